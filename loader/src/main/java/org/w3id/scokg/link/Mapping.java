package org.w3id.scokg.link;

import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.diagnostic.Location;

/**
 * One row of a mapping set: how an entity of ours relates to one of somebody else's.
 *
 * @param location the line on which the row starts
 * @param subject our entity
 * @param predicate the relation
 * @param object their entity
 * @param denied whether the row says that the relation does not hold ({@code Not})
 * @param authority who names the object: its declared source or, where there is none, the namespace
 *     of its identifier
 * @param slots what else is said of the row, by the names of SSSOM's slots: its own cells, and what
 *     the set says of all its rows; empty cells are left out
 */
public record Mapping(
    Location location,
    IRI subject,
    IRI predicate,
    IRI object,
    boolean denied,
    IRI authority,
    Map<String, List<Value>> slots) {

  private static final String NO_TERM_FOUND = Prefixes.SSSOM + "NoTermFound";

  /** Copies the slots. */
  public Mapping {
    slots = Map.copyOf(slots);
  }

  /**
   * Whether the relation holds; it does not where the row denies it, or says that there is no such
   * entity ({@code sssom:NoTermFound}).
   */
  public boolean asserted() {
    return !denied && hasSubject() && hasObject();
  }

  /** Whether the subject is an entity, and not the note that none was found. */
  public boolean hasSubject() {
    return !subject.stringValue().equals(NO_TERM_FOUND);
  }

  /** Whether the object is an entity, and not the note that none was found. */
  public boolean hasObject() {
    return !object.stringValue().equals(NO_TERM_FOUND);
  }

  /** The values of a slot; none if it is empty. */
  public List<Value> values(String slot) {
    return slots.getOrDefault(slot, List.of());
  }
}
