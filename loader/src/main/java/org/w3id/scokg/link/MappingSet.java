package org.w3id.scokg.link;

import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandler;

/**
 * The mappings of one file.
 *
 * @param id the IRI that identifies the set
 * @param license the IRI of the licence it is given under
 * @param slots what else the head says of the set as a whole, by the names of SSSOM's slots
 * @param mappings its rows, in the order of the file
 */
public record MappingSet(
    String id, String license, Map<String, List<Value>> slots, List<Mapping> mappings) {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  /** What web pages say where vocabularies of concepts say that two are exactly one. */
  private static final IRI SAME_AS = VALUES.createIRI("https://schema.org/sameAs");

  /** Copies the collections. */
  public MappingSet {
    slots = Map.copyOf(slots);
    mappings = List.copyOf(mappings);
  }

  /** The mappings that hold. */
  List<Mapping> asserted() {
    return mappings.stream().filter(Mapping::asserted).toList();
  }

  /** The properties by which a mapping links its subject to its object. */
  static List<IRI> links(Mapping mapping) {
    return Relations.isIdentity(mapping.predicate())
        ? List.of(mapping.predicate(), SAME_AS)
        : List.of(mapping.predicate());
  }

  /**
   * Hands every asserted mapping on as a statement {@code subject predicate object} of a graph. Of
   * what is exactly one, {@code schema:sameAs} is said too.
   *
   * @param handler what takes the statements; starting and ending it is left to the caller
   * @param graph the named graph
   */
  public void emit(RDFHandler handler, IRI graph) {
    for (Mapping mapping : asserted()) {
      for (IRI link : links(mapping)) {
        handler.handleStatement(
            VALUES.createStatement(mapping.subject(), link, mapping.object(), graph));
      }
    }
  }

  /**
   * Hands on who made every asserted mapping, when, how and how surely, as SSSOM has it in RDF.
   * Nothing is said of mappings that do not hold, so that nobody takes one for a link.
   *
   * @param handler what takes the statements
   * @param graph the named graph
   */
  public void describe(RDFHandler handler, IRI graph) {
    new SetDescription(this, handler, graph).run();
  }

  /**
   * Hands on how many links lead to whose entities (VoID): one linkset for each source of objects
   * and each property.
   *
   * @param handler what takes the statements
   * @param dataset the dataset that the links lead from
   * @param graph the named graph
   */
  public void describeLinksets(RDFHandler handler, IRI dataset, IRI graph) {
    new Linksets(this, handler, dataset, graph).run();
  }
}
