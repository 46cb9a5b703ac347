package org.w3id.scokg.propose;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An entity of this graph for which a link is sought.
 *
 * @param iri its IRI
 * @param label its name, by which the service is asked
 * @param types the names of its classes, for whoever reviews what is proposed
 * @param wanted the types of the service that it may have; none if any will do
 * @param evidence what else the service is told
 */
public record Subject(
    String iri, String label, List<String> types, List<String> wanted, List<Evidence> evidence) {

  /** Copies the lists. */
  public Subject {
    types = List.copyOf(types);
    wanted = List.copyOf(wanted);
    evidence = List.copyOf(evidence);
  }

  String evidenceText() {
    return evidence.stream().map(Evidence::toString).collect(Collectors.joining("; "));
  }
}
