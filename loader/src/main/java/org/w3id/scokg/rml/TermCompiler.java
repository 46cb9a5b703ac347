package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.Expression.Template;
import org.w3id.scokg.rml.TemplateReader.Encoding;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

/**
 * Compiles the term maps of one triples map into generators.
 *
 * @param <T> the form of a term
 */
final class TermCompiler<T> {

  private final LogicalSource source;
  private final ExpressionCompiler expressions;
  private final RecordProblems problems;
  private final String baseIri;
  private final StatementSink<T> sink;
  private final BlankNodes blankNodes;

  TermCompiler(
      LogicalSource source,
      ExpressionCompiler expressions,
      RecordProblems problems,
      Optional<String> baseIri,
      StatementSink<T> sink,
      BlankNodes blankNodes) {
    this.source = source;
    this.expressions = expressions;
    this.problems = problems;
    this.baseIri = baseIri.orElse("");
    this.sink = sink;
    this.blankNodes = blankNodes;
  }

  TermGenerator<T> compile(TermMap map) {
    if (map.expression().isEmpty()) {
      String prefix = blankNodes.prefix(map);
      return record -> List.of(sink.blankNode(prefix + record.number()));
    }
    Expression expression = map.expression().get();
    if (expression instanceof Constant constant && isFinished(map, constant.value())) {
      List<T> value = List.of(sink.constant(constant.value()));
      return record -> value;
    }
    return switch (map.type()) {
      case LITERAL -> literal(map, expression);
      case BLANK_NODE ->
          each(
              map,
              reader(map, expression, Encoding.NONE),
              (record, text, kind) -> sink.blankNode(BlankNodes.label(text)));
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

  private ValueReader reader(TermMap map, Expression expression, Encoding encoding) {
    return expressions.compile(source, expression, map.node(), encoding);
  }

  /** Makes a term of one value; {@code null} where none can be made, which it has reported. */
  @FunctionalInterface
  private interface Maker<T> {
    @Nullable T make(Iteration record, String text, ValueKind kind);
  }

  /** A generator that makes a term of each value. */
  private TermGenerator<T> each(TermMap map, ValueReader reader, Maker<T> maker) {
    List<T> made = new ArrayList<>();
    return record -> {
      made.clear();
      int count = reader.count(record);
      for (int i = 0; i < count; i++) {
        String text = reader.value(record, i);
        ValueKind kind = reader.kind(record, i);
        T term =
            kind == ValueKind.STRUCTURE
                ? structure(record, map, text)
                : maker.make(record, text, kind);
        if (term != null) {
          made.add(term);
        }
      }
      return made;
    };
  }

  private @Nullable T structure(Iteration record, TermMap map, String text) {
    problems.report(
        record,
        map,
        name(map)
            + " holds "
            + (text.startsWith("[") ? "the array '" : "the object '")
            + text
            + "'",
        "makes a term of it, which takes a single value",
        "refer to what is in it, such as '[*]' for the items of an array");
    return null;
  }

  private TermGenerator<T> iri(TermMap map, Expression expression) {
    Encoding encoding =
        !map.type().isSafe()
            ? Encoding.NONE
            : map.type() == TermType.URI ? Encoding.URI_SAFE : Encoding.IRI_SAFE;
    ValueReader reader = reader(map, expression, encoding);
    if (encoding != Encoding.NONE && alwaysGivesAnIri(expression)) {
      return each(map, reader, (record, text, kind) -> sink.iri(text));
    }
    return each(
        map,
        reader,
        (record, text, kind) -> {
          String iri = IriCheck.hasScheme(text) ? text : baseIri + text;
          if (map.type().isSafe() && IriCheck.isAbsolute(iri)) {
            return sink.iri(iri);
          }
          if (!map.type().isSafe() && IriCheck.hasScheme(iri)) {
            return sink.unsafeIri(iri);
          }
          problems.report(record, map, notAnIri(map, iri), "makes an IRI of it", remedy(iri));
          return null;
        });
  }

  /** Whether a template's own text makes an IRI of whatever safe values are put into it. */
  private static boolean alwaysGivesAnIri(Expression expression) {
    if (!(expression instanceof Template template) || template.parts().get(0).isReference()) {
      return false;
    }
    StringBuilder sample = new StringBuilder();
    template.parts().forEach(part -> sample.append(part.isReference() ? "x" : part.text()));
    return IriCheck.leadsIntoPath(template.parts().get(0).text())
        && IriCheck.isAbsolute(sample.toString());
  }

  private String notAnIri(TermMap map, String iri) {
    return map.expression().orElse(null) instanceof Reference
        ? name(map) + " holds '" + iri + "', not an IRI"
        : "'" + iri + "' is not an IRI";
  }

  /** What a map reads, as messages name it. */
  private String name(TermMap map) {
    String noun = source.format() instanceof Format.Csv ? "column '" : "reference '";
    return noun + map.references().findFirst().orElse("") + "'";
  }

  private static String remedy(String iri) {
    return IriCheck.hasScheme(iri)
        ? "correct the value; a space is written %20"
        : "write the whole IRI with its scheme, or give a base IRI";
  }

  private TermGenerator<T> literal(TermMap map, Expression expression) {
    ValueReader reader = reader(map, expression, Encoding.NONE);
    if (map.language().isPresent()) {
      return map.language().get() instanceof Constant constant
          ? each(map, reader, tagged(map, constant.value().stringValue()))
          : combined(map, reader, map.language().get(), Encoding.NONE, languageMaker(map));
    }
    if (map.datatype().isPresent()) {
      return map.datatype().get() instanceof Constant constant
          ? each(map, reader, typed(map, constant.value().stringValue()))
          : combined(map, reader, map.datatype().get(), Encoding.IRI_SAFE, datatypeMaker(map));
    }
    return each(
        map,
        reader,
        source.naturalTypes() == NaturalTypes.IGNORED
            ? (record, text, kind) -> sink.literal(text)
            : natural());
  }

  private Maker<T> natural() {
    Literals<T> integers = sink.ofDatatype(XSD.INTEGER.stringValue());
    Literals<T> doubles = sink.ofDatatype(XSD.DOUBLE.stringValue());
    Literals<T> booleans = sink.ofDatatype(XSD.BOOLEAN.stringValue());
    return (record, text, kind) ->
        switch (kind) {
          case INTEGER -> integers.of(text);
          case DOUBLE -> doubles.of(text);
          case BOOLEAN -> booleans.of(text);
          default -> sink.literal(text);
        };
  }

  /** Makes a literal of a value, as a tag or a datatype says. */
  @FunctionalInterface
  private interface LiteralMaker<T> {
    @Nullable T make(Iteration record, String text, String qualifier);
  }

  /** A generator that makes a literal of each value with each language or datatype. */
  private TermGenerator<T> combined(
      TermMap map,
      ValueReader reader,
      Expression qualifier,
      Encoding encoding,
      LiteralMaker<T> maker) {
    ValueReader qualifiers = reader(map, qualifier, encoding);
    List<T> made = new ArrayList<>();
    TermGenerator<T> literals =
        each(
            map,
            reader,
            (record, text, kind) -> {
              int count = qualifiers.count(record);
              for (int i = 0; i < count; i++) {
                T term = maker.make(record, text, qualifiers.value(record, i));
                if (term != null) {
                  made.add(term);
                }
              }
              return null;
            });
    return record -> {
      made.clear();
      literals.generate(record);
      return made;
    };
  }

  private LiteralMaker<T> languageMaker(TermMap map) {
    Map<String, Maker<T>> makers = new HashMap<>();
    return (record, text, tag) ->
        makers.computeIfAbsent(tag, t -> tagged(map, t)).make(record, text, ValueKind.STRING);
  }

  private Maker<T> tagged(TermMap map, String tag) {
    if (TermMapReader.isLanguageTag(tag)) {
      Literals<T> literals = sink.inLanguage(tag);
      return (record, text, kind) -> literals.of(text);
    }
    return (record, text, kind) -> {
      problems.report(
          record,
          map,
          "'" + tag + "' is not a language tag",
          "gives a literal that language",
          "write a tag as in BCP 47, such as 'en' or 'zh-Hans'");
      return null;
    };
  }

  private Maker<T> typed(TermMap map, String name) {
    String datatype = IriCheck.hasScheme(name) ? name : baseIri + name;
    if (!IriCheck.isAbsolute(datatype)) {
      return (record, text, kind) -> notADatatype(record, map, datatype);
    }
    LexicalSpace space = LexicalSpace.of(datatype);
    Literals<T> literals = sink.ofDatatype(datatype);
    return (record, text, kind) -> {
      if (!space.contains(text)) {
        reportUnfit(record, map, text, space.name());
        if (!problems.keepsLiterals()) {
          return null;
        }
      }
      return literals.of(text);
    };
  }

  private LiteralMaker<T> datatypeMaker(TermMap map) {
    Map<String, Maker<T>> makers = new HashMap<>();
    return (record, text, datatype) ->
        makers.computeIfAbsent(datatype, d -> typed(map, d)).make(record, text, ValueKind.STRING);
  }

  private @Nullable T notADatatype(Iteration record, TermMap map, String datatype) {
    problems.report(
        record,
        map,
        "'" + datatype + "' is not the IRI of a datatype",
        "gives a literal that datatype",
        "correct the value that names the datatype");
    return null;
  }

  private void reportUnfit(Iteration record, TermMap map, String value, String type) {
    problems.report(
        record,
        map,
        map.expression().orElse(null) instanceof Reference
            ? name(map) + " holds '" + value + "', which is no xsd:" + type
            : "'" + value + "' is no xsd:" + type,
        "maps it to xsd:" + type,
        "correct the cell, or give the map another datatype");
  }
}
