package org.w3id.scokg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.link.Mapping;
import org.w3id.scokg.link.MappingSet;
import org.w3id.scokg.link.Sssom;

/** The project's links to other datasets, from all its SSSOM files. */
final class LinkSets {

  private final Dataset dataset;
  private final List<MappingSet> sets = new ArrayList<>();

  private LinkSets(Dataset dataset) {
    this.dataset = dataset;
  }

  static LinkSets read(Project project, Consumer<Diagnostic> problems) {
    LinkSets links = new LinkSets(project.dataset());
    for (Path file : project.linkFiles()) {
      try {
        links.sets.add(Sssom.read(file, project.name(file)));
      } catch (InputException e) {
        e.diagnostics().forEach(problems);
      }
    }
    Sssom.compare(links.sets, problems);
    return links;
  }

  /** How many links hold. */
  long count() {
    return sets.stream().flatMap(set -> set.mappings().stream()).filter(Mapping::asserted).count();
  }

  /** The links that hold. */
  List<Triple> triples() {
    IRI graph = iri(dataset.graph("links"));
    return collect((set, sink) -> set.emit(sink, graph));
  }

  /** Who made these links, when, how and how surely. */
  List<Triple> records() {
    IRI graph = iri(dataset.graph("mappings"));
    return collect((set, sink) -> set.describe(sink, graph));
  }

  /** How many of them lead where. */
  List<Triple> linksets() {
    IRI graph = iri(dataset.graph("dataset"));
    return collect((set, sink) -> set.describeLinksets(sink, iri(dataset.iri()), graph));
  }

  private List<Triple> collect(BiConsumer<MappingSet, RDFHandler> emit) {
    List<Triple> triples = new ArrayList<>();
    QuadSink sink = new QuadSink(quad -> triples.add(quad.asTriple()));
    sets.forEach(set -> emit.accept(set, sink));
    return triples;
  }

  private static IRI iri(Node node) {
    return Values.iri(node.getURI());
  }

  /**
   * Refuses links from entities that the graph does not have, refused matches included, and links
   * that rest on a value that their entity does not have.
   */
  void check(Graph asserted, Consumer<Diagnostic> problems) {
    // Few links are wrong, and the names of all there is are millions.
    Set<String> known = Set.of();
    for (MappingSet set : sets) {
      for (Mapping mapping : set.mappings()) {
        Node subject = NodeFactory.createURI(mapping.subject().stringValue());
        if (!mapping.hasSubject()) {
          continue;
        }
        if (asserted.contains(subject, RDF.type.asNode(), Node.ANY)) {
          checkGrounds(mapping, subject, asserted, problems);
        } else {
          known = known.isEmpty() ? identifiers(asserted) : known;
          problems.accept(unknown(mapping, dataset.shorten(subject.getURI()), known));
        }
      }
    }
  }

  private Set<String> identifiers(Graph asserted) {
    Set<String> known = new TreeSet<>();
    asserted
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getSubject().isURI())
        .forEach(t -> known.add(dataset.shorten(t.getSubject().getURI())));
    return known;
  }

  private static Diagnostic unknown(Mapping mapping, String name, Set<String> known) {
    return new Diagnostic(
        mapping.location(),
        name + " is not the identifier of anything",
        "a link leads from an entity of this graph to one of another",
        Suggestion.nearest(name, known)
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse("add a row that says what it is, or remove the link"));
  }

  /**
   * Compares the values that a match rests on with the graph's own: a code that the other side goes
   * by, and that is not the entity's, shows that the wrong one was linked.
   */
  private void checkGrounds(
      Mapping mapping, Node subject, Graph asserted, Consumer<Diagnostic> problems) {
    List<Node> fields =
        mapping.values("subject_match_field").stream()
            .map(field -> NodeFactory.createURI(field.stringValue()))
            .toList();
    Set<String> held = new TreeSet<>();
    for (Node field : fields) {
      asserted
          .find(subject, field, Node.ANY)
          .filterKeep(t -> t.getObject().isLiteral())
          .forEach(t -> held.add(t.getObject().getLiteralLexicalForm()));
    }
    for (Value value : mapping.values("match_string")) {
      if (!mapping.denied() && !fields.isEmpty() && !held.contains(value.stringValue())) {
        problems.accept(
            new Diagnostic(
                mapping.location(),
                "%s has no %s '%s'"
                    .formatted(
                        dataset.shorten(subject.getURI()),
                        fields.stream()
                            .map(field -> dataset.shorten(field.getURI()))
                            .collect(Collectors.joining(" or ")),
                        value.stringValue()),
                "the row says that the match rests on it (subject_match_field, match_string)",
                held.isEmpty()
                    ? "correct the row, or add the value to the graph"
                    : "the graph has '%s': correct the row, or the graph"
                        .formatted(String.join("', '", held))));
      }
    }
  }
}
