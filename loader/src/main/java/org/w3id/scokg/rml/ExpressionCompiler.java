package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.Resource;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.Expression.Template;
import org.w3id.scokg.rml.Expression.Template.Part;
import org.w3id.scokg.rml.TemplateReader.Encoding;
import org.w3id.scokg.rml.TemplateReader.Slot;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iterations;

/** Binds the expressions of the triples maps of a source to the references of its records. */
final class ExpressionCompiler {

  private final Iterations source;
  private final MappingProblems problems;
  private final UnknownReference unknown;

  /** The mapping nodes that a reference stands in. */
  private final Map<String, Set<Resource>> uses = new LinkedHashMap<>();

  ExpressionCompiler(Iterations source, MappingProblems problems, UnknownReference unknown) {
    this.source = source;
    this.problems = problems;
    this.unknown = unknown;
  }

  /** A reader for an expression; a reference that cannot be is reported once a node. */
  ValueReader compile(
      LogicalSource described, Expression expression, Resource node, Encoding encoding) {
    if (expression instanceof Constant constant) {
      return ValueReader.constant(constant.value().stringValue());
    }
    if (expression instanceof Reference reference) {
      return reference(described, reference.reference(), node);
    }
    return template(described, (Template) expression, node, encoding);
  }

  private ValueReader reference(LogicalSource described, String reference, Resource node) {
    try {
      int number = source.reference(reference);
      uses.computeIfAbsent(reference, r -> new LinkedHashSet<>()).add(node);
      return described.format() instanceof Format.Csv
          ? new CellReader(number, described.nulls())
          : new ReferenceReader(number, described.nulls());
    } catch (BadReference e) {
      if (unknown == UnknownReference.ERROR || !(described.format() instanceof Format.Csv)) {
        problems.report(node, e.what(), e.why(), e.fix());
      }
      return ValueReader.none();
    }
  }

  private ValueReader template(
      LogicalSource described, Template template, Resource node, Encoding encoding) {
    List<Slot> slots = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Part part : template.parts()) {
      if (part.isReference()) {
        slots.add(new Slot(text.toString(), reference(described, part.text(), node)));
        text.setLength(0);
      } else {
        text.append(part.text());
      }
    }
    return new TemplateReader(slots, text.toString(), encoding);
  }

  /** Reports, once the source was read, the references that no record had. */
  void reportAbsent() {
    if (unknown == UnknownReference.NULL) {
      return;
    }
    for (String reference : source.absent()) {
      for (Resource node : uses.getOrDefault(reference, Set.of())) {
        problems.report(
            node,
            "reference '" + reference + "' is in no record of " + source.name(),
            "it reads that; the records have: "
                + source.names().stream().sorted().limit(30).collect(Collectors.joining(", ")),
            Suggestion.nearest(reference, source.names())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("correct the reference, or have unknown references taken for NULL"));
      }
    }
  }
}
