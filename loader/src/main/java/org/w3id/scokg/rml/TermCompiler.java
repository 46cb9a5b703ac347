package org.w3id.scokg.rml;

import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.common.net.ParsedIRI;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.datatypes.XMLDatatypeUtil;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.w3id.scokg.facts.Row;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.ExpressionCompiler.Encoding;

/** Compiles term maps into generators bound to one table. */
final class TermCompiler {

  private static final ValueFactory TERMS = SimpleValueFactory.getInstance();
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private final ExpressionCompiler expressions;
  private final RowProblems problems;
  private final Optional<String> baseIri;

  TermCompiler(ExpressionCompiler expressions, RowProblems problems, Optional<String> baseIri) {
    this.expressions = expressions;
    this.problems = problems;
    this.baseIri = baseIri;
  }

  TermGenerator compile(TermMap map) {
    if (map.expression().isEmpty()) {
      return row -> List.of(TERMS.createBNode("row" + row.number()));
    }
    Expression expression = map.expression().get();
    if (expression instanceof Constant constant && isFinished(map, constant.value())) {
      List<Value> value = List.of(constant.value());
      return row -> value;
    }
    return switch (map.type()) {
      case LITERAL -> literal(map, expression);
      case BLANK_NODE -> blankNode(map, expression);
      default -> iri(map, expression);
    };
  }

  /** Whether a constant is the term itself, and not a string that a term is made of. */
  private static boolean isFinished(TermMap map, Value value) {
    return switch (map.type()) {
      case LITERAL -> value.isLiteral() && map.language().isEmpty() && map.datatype().isEmpty();
      case BLANK_NODE -> value.isBNode();
      default -> value.isIRI();
    };
  }

  private TermGenerator blankNode(TermMap map, Expression expression) {
    ColumnReader reader = expressions.compile(expression, map.node(), Encoding.NONE);
    return row -> {
      String value = reader.read(row);
      return value == null ? List.of() : List.of(TERMS.createBNode(label(value)));
    };
  }

  /** A blank node label that stands for one value only: what may not be in a label is spelt out. */
  private static String label(String value) {
    StringBuilder label = new StringBuilder("b");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c < 128 && Character.isLetterOrDigit(c) && c != 'Z') {
                label.appendCodePoint(c);
              } else {
                label.append('Z').append(Integer.toHexString(c)).append('Z');
              }
            });
    return label.toString();
  }

  private TermGenerator iri(TermMap map, Expression expression) {
    Encoding encoding =
        !map.type().isSafe()
            ? Encoding.NONE
            : map.type() == TermType.URI ? Encoding.URI_SAFE : Encoding.IRI_SAFE;
    ColumnReader reader = expressions.compile(expression, map.node(), encoding);
    return row -> {
      String value = reader.read(row);
      if (value == null) {
        return List.of();
      }
      String iri = ABSOLUTE.matcher(value).matches() ? value : baseIri.orElse("") + value;
      if (!isAbsoluteIri(iri, map.type().isSafe())) {
        problems.report(row, map, notAnIri(expression, iri), "makes an IRI of it", iriRemedy(iri));
        return List.of();
      }
      return List.of(TERMS.createIRI(iri));
    };
  }

  private static boolean isAbsoluteIri(String iri, boolean strict) {
    try {
      return strict ? new ParsedIRI(iri).isAbsolute() : ABSOLUTE.matcher(iri).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String notAnIri(Expression expression, String iri) {
    return expression instanceof Reference reference
        ? "column '" + reference.reference() + "' holds '" + iri + "', not an IRI"
        : "'" + iri + "' is not an IRI";
  }

  private static String iriRemedy(String iri) {
    return ABSOLUTE.matcher(iri).matches()
        ? "correct the value; a space is written %20"
        : "write the whole IRI with its scheme, or give a base IRI";
  }

  private TermGenerator literal(TermMap map, Expression expression) {
    ColumnReader reader = expressions.compile(expression, map.node(), Encoding.NONE);
    if (map.language().isPresent()) {
      return languageLiteral(map, reader, map.language().get());
    }
    if (map.datatype().isPresent()) {
      return typedLiteral(map, reader, map.datatype().get());
    }
    return row -> {
      String value = reader.read(row);
      return value == null ? List.of() : List.of(TERMS.createLiteral(value));
    };
  }

  private TermGenerator languageLiteral(TermMap map, ColumnReader reader, Expression language) {
    ColumnReader tags = expressions.compile(language, map.node(), Encoding.NONE);
    Set<String> known = new HashSet<>();
    return row -> {
      String value = reader.read(row);
      String tag = value == null ? null : tags.read(row);
      if (value == null || tag == null) {
        return List.of();
      }
      if (!known.contains(tag)) {
        if (!TermMapReader.isLanguageTag(tag)) {
          problems.report(
              row,
              map,
              "'" + tag + "' is not a language tag",
              "gives a literal that language",
              "write a tag as in BCP 47, such as 'en' or 'zh-Hans'");
          return List.of();
        }
        known.add(tag);
      }
      return List.of(TERMS.createLiteral(value, tag));
    };
  }

  private TermGenerator typedLiteral(TermMap map, ColumnReader reader, Expression datatype) {
    ColumnReader types = expressions.compile(datatype, map.node(), Encoding.IRI_SAFE);
    return row -> {
      String value = reader.read(row);
      String type = value == null ? null : types.read(row);
      if (value == null || type == null) {
        return List.of();
      }
      if (!isAbsoluteIri(type, true)) {
        problems.report(
            row,
            map,
            "'" + type + "' is not the IRI of a datatype",
            "gives a literal that datatype",
            "correct the value that names the datatype");
        return List.of();
      }
      IRI typeIri = TERMS.createIRI(type);
      if (!fits(value, typeIri)) {
        reportUnfit(row, map, value, typeIri);
        return List.of();
      }
      return List.of(TERMS.createLiteral(value, typeIri));
    };
  }

  private static boolean fits(String value, IRI datatype) {
    return !XMLDatatypeUtil.isBuiltInDatatype(datatype)
        || XMLDatatypeUtil.isValidValue(value, datatype);
  }

  private void reportUnfit(Row row, TermMap map, String value, IRI datatype) {
    String type = "xsd:" + datatype.getLocalName();
    problems.report(
        row,
        map,
        map.expression().orElse(null) instanceof Reference reference
            ? "column '%s' holds '%s', which is no %s".formatted(reference.reference(), value, type)
            : "'%s' is no %s".formatted(value, type),
        "maps it to " + type,
        "correct the cell, or give the map another datatype");
  }
}
