package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;

/** Refuses entities that are spoken of and nowhere introduced, such as misspelt identifiers. */
public final class ReferenceGate {

  private final String entities;
  private final Names names;
  private final Origins origins;

  /**
   * Checks entities below a base.
   *
   * @param base the base IRI of the project; entities stand below its {@code id/}
   * @param names how messages write terms
   * @param origins where statements come from
   */
  public ReferenceGate(String base, Names names, Origins origins) {
    this.entities = base + "id/";
    this.names = names;
    this.origins = origins;
  }

  /** Checks every subject and object; give it asserted data, since inference invents types. */
  public List<Diagnostic> check(Graph data) {
    Set<Node> typed = new HashSet<>();
    Set<Node> used = new HashSet<>();
    for (Iterator<Triple> triples = data.find(); triples.hasNext(); ) {
      Triple triple = triples.next();
      boolean type = triple.getPredicate().equals(RDF.Nodes.type);
      if (type && isEntity(triple.getSubject())) {
        typed.add(triple.getSubject());
      }
      for (Node term : List.of(triple.getSubject(), triple.getObject())) {
        if (isEntity(term)) {
          used.add(term);
        }
      }
    }
    used.removeAll(typed);
    Report report = new Report(names, origins);
    List<Node> known = typed.stream().sorted(Comparator.comparing(Node::getURI)).toList();
    used.forEach(entity -> unknown(entity, known, report));
    return report.list();
  }

  private boolean isEntity(Node term) {
    return term.isURI() && term.getURI().startsWith(entities);
  }

  private void unknown(Node entity, List<Node> known, Report report) {
    List<Location> rows =
        Stream.concat(
                report.all(Node.ANY, entity, Node.ANY, Node.ANY).stream(),
                report.all(Node.ANY, Node.ANY, Node.ANY, entity).stream())
            .distinct()
            .toList();
    report.add(
        rows.isEmpty() ? List.of(report.home(entity)) : rows,
        report.name(entity) + " is not the identifier of anything",
        "every entity has an rdf:type, and no row gives it one",
        report.didYouMean(entity, known) + "add a row that says what it is");
  }
}
