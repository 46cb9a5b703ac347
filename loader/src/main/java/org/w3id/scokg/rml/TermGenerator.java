package org.w3id.scokg.rml;

import java.util.List;
import org.w3id.scokg.source.Iteration;

/**
 * A term map compiled against its source.
 *
 * @param <T> the form of a term
 */
@FunctionalInterface
interface TermGenerator<T> {

  /**
   * The terms that a record gives: none where a value it needs is NULL or unusable. The list is the
   * generator's own, and changes with the next record.
   */
  List<T> generate(Iteration record);
}
