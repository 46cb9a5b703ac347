package org.w3id.scokg.link;

import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;

/** The relations that mappings are made with. */
final class Relations {

  /** The common predicates of SSSOM ("Allowed and common mapping predicates"). */
  static final List<String> COMMON =
      List.of(
          "skos:exactMatch",
          "skos:closeMatch",
          "skos:broadMatch",
          "skos:narrowMatch",
          "skos:relatedMatch",
          "owl:sameAs",
          "owl:equivalentClass",
          "owl:equivalentProperty",
          "rdfs:subClassOf",
          "rdfs:subPropertyOf",
          "rdfs:seeAlso");

  private static final Set<String> IDENTITY =
      Set.of(Prefixes.BUILT_IN.get("skos") + "exactMatch", Prefixes.BUILT_IN.get("owl") + "sameAs");

  private Relations() {}

  /** Whether subject and object are the same thing by it. */
  static boolean isIdentity(IRI predicate) {
    return IDENTITY.contains(predicate.stringValue());
  }
}
