package org.w3id.scokg.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * Reads SSSOM/TSV files with an embedded metadata block (Simple Standard for Sharing Ontological
 * Mappings 1.1). Of YAML the block may use what SSSOM needs: keys with a value, a list or a map.
 *
 * <p>Reading is stricter than the standard where a slip would go unnoticed: an unknown column is an
 * error unless it is defined as an extension, and so is a predicate of RDFS, OWL or SKOS that is
 * not one for mappings.
 */
public final class Sssom {

  private Sssom() {}

  /**
   * Reads a mapping set.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @throws InputException with every problem of the file
   */
  public static MappingSet read(Path file, String name) {
    Diagnostics problems = new Diagnostics();
    List<String> lines = Lines.read(file, name);
    Metadata metadata = new MetadataReader(name, problems).read(lines);
    List<Tsv.Row> rows = Tsv.rows(lines, metadata.end(), name, problems);
    List<Mapping> mappings = new MappingReader(name, metadata, problems).read(rows);
    problems.throwIfAny();
    return new MappingSet(
        metadata.value("mapping_set_id"), metadata.value("license"), ofSet(metadata), mappings);
  }

  /**
   * Checks whether mapping sets agree with each other. That each agrees with itself was checked
   * when it was read.
   *
   * @param sets in the order in which a later one is the one to correct
   * @param problems where problems go
   */
  public static void compare(List<MappingSet> sets, Consumer<Diagnostic> problems) {
    Diagnostics found = new Diagnostics();
    Agreement agreement = new Agreement(found);
    sets.forEach(set -> set.mappings().forEach(agreement::accept));
    found.list().forEach(problems);
  }

  /** What the head says of the set alone; the rest is said of each mapping. */
  private static Map<String, List<Value>> ofSet(Metadata metadata) {
    SlotValues values = new SlotValues(metadata);
    Map<String, List<Value>> slots = new HashMap<>();
    metadata
        .slots()
        .forEach(
            (slot, found) -> {
              if (!Slots.PROPAGATED.contains(slot) && !Slots.OF_FILE.contains(slot)) {
                slots.put(slot, values.of(slot, found.values()));
              }
            });
    return slots;
  }
}
