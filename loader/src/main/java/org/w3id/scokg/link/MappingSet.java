package org.w3id.scokg.link;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandler;

/**
 * The mappings of one file.
 *
 * @param id the IRI that identifies the set
 * @param license the IRI of the licence it is given under
 * @param mappings its rows, in the order of the file
 */
public record MappingSet(String id, String license, List<Mapping> mappings) {

  /** Copies the list. */
  public MappingSet {
    mappings = List.copyOf(mappings);
  }

  /**
   * Hands every asserted mapping on as a statement {@code subject predicate object} of a graph.
   *
   * @param handler what takes the statements; starting and ending it is left to the caller
   * @param graph the named graph
   */
  public void emit(RDFHandler handler, IRI graph) {
    ValueFactory values = SimpleValueFactory.getInstance();
    for (Mapping mapping : mappings) {
      if (mapping.asserted()) {
        handler.handleStatement(
            values.createStatement(
                mapping.subject(), mapping.predicate(), mapping.object(), graph));
      }
    }
  }
}
