package org.w3id.scokg.rml;

import java.util.List;
import org.eclipse.rdf4j.model.Resource;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.facts.Row;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.Expression.Template;
import org.w3id.scokg.rml.Expression.Template.Part;

/** Binds expressions to the columns of one table. */
final class ExpressionCompiler {

  /** How values are written into a template. */
  enum Encoding {
    NONE,
    IRI_SAFE,
    URI_SAFE
  }

  private final LogicalSource source;
  private final List<String> header;
  private final MappingProblems problems;

  ExpressionCompiler(LogicalSource source, List<String> header, MappingProblems problems) {
    this.source = source;
    this.header = header;
    this.problems = problems;
  }

  /** A reader for an expression; a column that the table has not is reported once a node. */
  ColumnReader compile(Expression expression, Resource node, Encoding encoding) {
    if (expression instanceof Constant constant) {
      String value = constant.value().stringValue();
      return row -> value;
    }
    if (expression instanceof Reference reference) {
      return column(reference.reference(), node);
    }
    return template((Template) expression, node, encoding);
  }

  private ColumnReader column(String name, Resource node) {
    int index = header.indexOf(name);
    if (index < 0) {
      problems.report(
          node,
          "column '" + name + "' is not in " + source.name(),
          "it reads that column; the columns are: " + String.join(", ", header),
          Suggestion.nearest(name, header)
              .map(nearest -> "did you mean '" + nearest + "'?")
              .orElse("add the column to the table, or correct the reference"));
      return row -> null;
    }
    return ColumnReader.column(index, source.nulls());
  }

  private ColumnReader template(Template template, Resource node, Encoding encoding) {
    List<Part> parts = template.parts();
    String[] texts = new String[parts.size()];
    ColumnReader[] columns = new ColumnReader[parts.size()];
    for (int i = 0; i < texts.length; i++) {
      Part part = parts.get(i);
      texts[i] = part.text();
      columns[i] = part.isReference() ? column(part.text(), node) : row -> null;
    }
    boolean[] isReference = new boolean[texts.length];
    for (int i = 0; i < texts.length; i++) {
      isReference[i] = parts.get(i).isReference();
    }
    return row -> fill(row, texts, columns, isReference, encoding);
  }

  private static @Nullable String fill(
      Row row, String[] texts, ColumnReader[] columns, boolean[] isReference, Encoding encoding) {
    StringBuilder out = new StringBuilder(64);
    for (int i = 0; i < texts.length; i++) {
      if (!isReference[i]) {
        out.append(texts[i]);
        continue;
      }
      String value = columns[i].read(row);
      if (value == null) {
        return null;
      }
      if (encoding == Encoding.NONE) {
        out.append(value);
      } else {
        IriEncoder.append(value, encoding == Encoding.IRI_SAFE, out);
      }
    }
    return out.toString();
  }
}
