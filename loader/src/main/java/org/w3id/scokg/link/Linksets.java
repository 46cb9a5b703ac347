package org.w3id.scokg.link;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VOID;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFHandler;

/**
 * Describes the links of a mapping set as VoID has it ("Describing linksets").
 *
 * @param set the set
 * @param handler what takes the statements
 * @param dataset the dataset that the links lead from
 * @param graph the named graph
 */
record Linksets(MappingSet set, RDFHandler handler, IRI dataset, IRI graph) {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  /** Links of one kind to one source. */
  private record Kind(IRI authority, IRI property) {}

  void run() {
    // In the order of their IRIs, so that their names do not depend on the order of the rows.
    Map<Kind, Integer> counts =
        new TreeMap<>(
            Comparator.comparing((Kind kind) -> kind.authority().stringValue())
                .thenComparing(kind -> kind.property().stringValue()));
    for (Mapping mapping : set.asserted()) {
      for (IRI property : MappingSet.links(mapping)) {
        counts.merge(new Kind(mapping.authority(), property), 1, Integer::sum);
      }
    }
    Map<String, Integer> taken = new HashMap<>();
    counts.forEach(
        (kind, count) -> {
          String name = kind.property().getLocalName();
          int nth = taken.merge(name, 1, Integer::sum);
          linkset(
              VALUES.createIRI(set.id() + "#" + name + (nth > 1 ? "-" + nth : "")), kind, count);
        });
    counts.keySet().stream()
        .map(Kind::authority)
        .distinct()
        .forEach(authority -> say(authority, RDF.TYPE, VOID.DATASET));
  }

  private void linkset(IRI linkset, Kind kind, int count) {
    say(dataset, VOID.SUBSET, linkset);
    say(linkset, RDF.TYPE, VOID.LINKSET);
    say(linkset, VOID.SUBJECTS_TARGET, dataset);
    say(linkset, VOID.OBJECTS_TARGET, kind.authority());
    say(linkset, VOID.LINK_PREDICATE, kind.property());
    say(linkset, VOID.TRIPLES, VALUES.createLiteral(Integer.toString(count), XSD.INTEGER));
    say(linkset, DCTERMS.LICENSE, VALUES.createIRI(set.license()));
    say(linkset, DCTERMS.SOURCE, VALUES.createIRI(set.id()));
  }

  private void say(IRI subject, IRI predicate, Value object) {
    handler.handleStatement(VALUES.createStatement(subject, predicate, object, graph));
  }
}
