package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * Names the rule behind a validation result so that one finds it in the shapes file.
 *
 * @param shapes the shapes graph
 * @param names how terms are written
 */
record ShapeName(Graph shapes, Names names) {

  /** Writes {@code file shape (constraint on path)}. */
  String of(String file, ReportEntry entry) {
    String shape = owner(entry.source()).map(this::name).orElse("a shape without a name");
    String path =
        entry.resultPath() == null ? "" : " on " + names.inText(entry.resultPath().toString());
    return "%s %s (%s%s)".formatted(file, shape, constraint(entry), path);
  }

  /** A shape of no known prefix is named by its fragment, which is how its file begins its line. */
  private String name(Node shape) {
    String name = names.of(shape);
    int fragment = name.indexOf('#');
    return name.startsWith("<") && fragment > 0 ? "<" + name.substring(fragment) : name;
  }

  /** The nearest shape with an IRI that holds this one: property shapes seldom have one. */
  private Optional<Node> owner(Node shape) {
    Set<Node> seen = new HashSet<>();
    Optional<Node> owner = Optional.of(shape);
    while (owner.isPresent() && !owner.get().isURI() && seen.add(owner.get())) {
      owner =
          shapes.find(Node.ANY, Node.ANY, owner.get()).toList().stream()
              .map(Triple::getSubject)
              .min(Comparator.comparing(Node::toString));
    }
    return owner.filter(Node::isURI);
  }

  /** The parameter that states the constraint, such as sh:minCount. */
  private static String constraint(ReportEntry entry) {
    String component = entry.sourceConstraintComponent().getLocalName();
    String parameter = component.replaceFirst("ConstraintComponent$", "");
    return parameter.equals("SPARQL")
        ? "sh:sparql"
        : "sh:" + parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
  }
}
