package org.w3id.scokg.propose;

import java.util.Optional;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.link.SssomFile;

/**
 * Turns the identifiers of a service into IRIs and back, and into the CURIEs of a mapping set.
 *
 * @param start what the IRIs start with
 * @param mappings the mapping set
 * @param service the service
 */
public record ObjectSpace(String start, SssomFile mappings, Service service) {

  /**
   * The space of a service.
   *
   * @param start what its IRIs start with; empty if that is what the service calls its space
   * @throws InputException if the mapping set has no prefix for it
   */
  public static ObjectSpace of(Optional<String> start, SssomFile mappings, Service service) {
    String space = start.orElse(service.manifest().identifierSpace());
    ObjectSpace objects = new ObjectSpace(space, mappings, service);
    objects.curie("1");
    return objects;
  }

  /**
   * The CURIE of an identifier.
   *
   * @throws InputException if it makes no IRI, or one that no prefix of the mapping set fits
   */
  String curie(String id) {
    String iri = iri(id);
    String curie =
        mappings
            .shorten(iri)
            .orElseThrow(
                () ->
                    service
                        .problems()
                        .failure(
                            "no prefix of the mapping set fits '" + iri + "'",
                            "identifiers are written as CURIEs, and those of the service start"
                                + " with '"
                                + start
                                + "'",
                            "declare a prefix for it in curie_map of " + mappings.name()));
    mappings.expand(curie, "object_id");
    return curie;
  }

  /** The IRI of an identifier, which with some services is one already. */
  String iri(String id) {
    return id.startsWith("http://") || id.startsWith("https://") ? id : start + id;
  }

  /** The address of a page about an entity, if the service names one. */
  Optional<String> page(String id) {
    return service.manifest().view().map(url -> url.replace("{{id}}", id));
  }

  /** The identifier of an IRI; empty if it is none of the service. */
  Optional<String> id(String iri) {
    return iri.startsWith(start) && iri.length() > start.length()
        ? Optional.of(iri.substring(start.length()))
        : Optional.empty();
  }
}
