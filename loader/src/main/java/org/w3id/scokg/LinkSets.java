package org.w3id.scokg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.model.util.Values;
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
    return links;
  }

  /** The links that hold. */
  List<Triple> triples() {
    List<Triple> triples = new ArrayList<>();
    QuadSink sink = new QuadSink(quad -> triples.add(quad.asTriple()));
    for (MappingSet set : sets) {
      set.emit(sink, Values.iri(dataset.graph("links").getURI()));
    }
    return triples;
  }

  /** Refuses links from entities that the graph does not have, refused matches included. */
  void check(Graph asserted, Consumer<Diagnostic> problems) {
    TreeSet<String> known = new TreeSet<>();
    asserted
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getSubject().isURI())
        .forEach(t -> known.add(dataset.shorten(t.getSubject().getURI())));
    for (MappingSet set : sets) {
      for (Mapping mapping : set.mappings()) {
        Node subject = NodeFactory.createURI(mapping.subject().stringValue());
        if (!asserted.contains(subject, RDF.type.asNode(), Node.ANY)) {
          String name = dataset.shorten(subject.getURI());
          problems.accept(
              new Diagnostic(
                  mapping.location(),
                  name + " is not the identifier of anything",
                  "a link leads from an entity of this graph to one of another",
                  Suggestion.nearest(name, known)
                      .map(nearest -> "did you mean " + nearest + "?")
                      .orElse("add a row that says what it is, or remove the link")));
        }
      }
    }
  }
}
