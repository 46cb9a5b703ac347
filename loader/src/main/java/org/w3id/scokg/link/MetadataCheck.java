package org.w3id.scokg.link;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.link.Metadata.Slot;

/**
 * Checks the head of a mapping set against SSSOM 1.1.
 *
 * @param name the path as messages should show it
 * @param metadata what it says
 * @param problems where problems go
 */
record MetadataCheck(String name, Metadata metadata, Diagnostics problems) {

  void run() {
    iri("mapping_set_id", "the set is cited by it", "https://example.org/links/wikidata");
    iri(
        "license",
        "without a licence nobody may use the set",
        "https://creativecommons.org/publicdomain/zero/1.0/");
    Slot version = metadata.slots().get("sssom_version");
    if (version != null && !List.of("1.0", "1.1").contains(metadata.value("sssom_version"))) {
      report(
          version.location(),
          "sssom_version '%s' is not known".formatted(metadata.value("sssom_version")),
          "the versions of SSSOM are 1.0 and 1.1",
          "write \"1.1\"");
    }
    CellCheck cells = new CellCheck(metadata.prefixes(), problems);
    metadata
        .slots()
        .forEach(
            (slot, found) -> {
              if (!slot.equals("license")) {
                found.values().forEach(value -> cells.check(slot, value, found.location()));
              }
            });
  }

  /** Checks a slot that must hold one absolute IRI. */
  private void iri(String slot, String reason, String example) {
    Slot found = metadata.slots().get(slot);
    if (found == null) {
      report(
          Location.of(name),
          "the mapping set has no '%s'".formatted(slot),
          "SSSOM demands it: " + reason,
          "add a line: #%s: %s".formatted(slot, example));
    } else if (found.values().size() != 1 || !Prefixes.isIri(found.values().get(0))) {
      report(
          found.location(),
          "%s '%s' is not an IRI".formatted(slot, String.join(", ", found.values())),
          "SSSOM demands it: " + reason,
          "write it in full, for example " + example);
    }
  }

  private void report(Location location, String what, String why, String fix) {
    problems.accept(new Diagnostic(location, what, why, fix));
  }
}
