package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.Expression.Template;

/** Reads expression maps: where a value comes from (RML-Core, “Expression Map”). */
final class ExpressionReader {

  private static final Pattern ESCAPED =
      Pattern.compile("(?:[^\\\\]++|\\\\[{}\\\\])*+", Pattern.DOTALL);

  private final MappingGraph graph;
  private final MappingProblems problems;

  ExpressionReader(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** The one expression of a node, empty where it has none or an unusable one. */
  Optional<Expression> read(Resource node) {
    List<Expression> found = new ArrayList<>();
    for (Value value : graph.values(node, Rml.CONSTANT)) {
      constant(node, Rml.CONSTANT, value).ifPresent(found::add);
    }
    for (Value value : graph.values(node, Rml.REFERENCE)) {
      found.add(new Reference(value.stringValue()));
    }
    for (Value value : graph.values(node, Rml.TEMPLATE)) {
      template(node, value.stringValue()).ifPresent(found::add);
    }
    if (found.size() > 1) {
      problems.report(
          node,
          "a term map with " + found.size() + " values",
          "a term map has one of rml:constant, rml:reference and rml:template, once",
          "keep the one that is meant");
    }
    return found.stream().findFirst();
  }

  /** The one expression of a node that must have one. */
  Optional<Expression> require(Resource node) {
    Optional<Expression> expression = read(node);
    if (expression.isEmpty()) {
      reportMissing(node);
    }
    return expression;
  }

  /** Reports a node without a value, unless it has one that was reported as unusable. */
  void reportMissing(Resource node) {
    if (!graph.has(node, Rml.TEMPLATE)
        && !graph.has(node, Rml.CONSTANT)
        && !VocabularyCheck.hasUnknown(graph, node)) {
      problems.report(
          node,
          "a term map without a value",
          "a term map has one of rml:constant, rml:reference and rml:template",
          "add the one that is meant");
    }
  }

  /** Reports a literal that stands where a term map is described. */
  void reportLiteralMap(Resource node, IRI property, IRI shortcut, Value literal) {
    problems.report(
        node,
        property,
        "rml:" + property.getLocalName() + " has the literal " + graph.show(literal),
        "a term map is a node that says how to make a term",
        "for a constant write rml:" + shortcut.getLocalName());
  }

  /** A constant, which is no blank node: such a one has no meaning outside of the mapping. */
  Optional<Constant> constant(Resource node, IRI property, Value value) {
    if (!value.isBNode()) {
      return Optional.of(new Constant(value));
    }
    String name = "rml:" + property.getLocalName();
    problems.report(
        node,
        property,
        name + " has the blank node " + graph.show(value),
        "a constant is an IRI or a literal (RML-Core)",
        property.equals(Rml.CONSTANT)
            ? "name it by an IRI, or make blank nodes by rml:template and rml:termType"
            : "for a term map write " + name + "Map");
    return Optional.empty();
  }

  private Optional<Template> template(Resource node, String text) {
    Optional<Template> template = Template.parse(text);
    if (template.isPresent()) {
      return template;
    }
    if (ESCAPED.matcher(text).matches()) {
      problems.report(
          node,
          Rml.TEMPLATE,
          "the template '" + text + "' has a brace without its other",
          "a template holds references as {name}; a brace that is text is written \\{ or \\}",
          "close the brace, or write a backslash before it");
    } else {
      problems.report(
          node,
          Rml.TEMPLATE,
          "the template '" + text + "' has a backslash that stands alone",
          "in a template, a backslash stands before a brace or another backslash",
          "write \\\\ for a backslash");
    }
    return template;
  }
}
