package org.w3id.scokg.link;

import org.eclipse.rdf4j.model.IRI;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Suggestion;

/**
 * Checks what a mapping says by itself.
 *
 * @param problems where problems go
 */
record MappingRules(Diagnostics problems) {

  /**
   * Checks a predicate. One of another vocabulary may be anything, and is left to whoever knows the
   * vocabulary.
   *
   * @param predicate as the file has it
   */
  void predicate(Mapping mapping, String predicate) {
    String prefix = predicate.substring(0, Math.max(predicate.indexOf(':'), 0));
    if (Prefixes.BUILT_IN.containsKey(prefix) && !Relations.COMMON.contains(predicate)) {
      report(
          mapping,
          "predicate_id '%s' is not a relation for mappings".formatted(predicate),
          "SSSOM has: " + String.join(", ", Relations.COMMON),
          Suggestion.nearest(predicate, Relations.COMMON)
              .map(near -> "write '%s'".formatted(near))
              .orElse("write one of them"));
    }
  }

  /**
   * Checks that the object is of the source it is said to be of. Only a source that is a namespace
   * shows in the identifiers of what it holds.
   *
   * @param object as the file has it
   */
  void source(Mapping mapping, String object) {
    IRI source = mapping.authority();
    boolean namespace = source.stringValue().endsWith("/") || source.stringValue().endsWith("#");
    if (namespace
        && mapping.hasObject()
        && !mapping.object().stringValue().startsWith(source.stringValue())) {
      report(
          mapping,
          "object_id '%s' is not of the declared source".formatted(object),
          "object_source says that what is linked to is in <%s>".formatted(source),
          "correct the identifier, or keep it in the file of its own source");
    }
  }

  private void report(Mapping mapping, String what, String why, String fix) {
    problems.accept(new Diagnostic(mapping.location(), what, why, fix));
  }
}
