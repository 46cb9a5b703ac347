package org.w3id.scokg.rml;

import java.util.List;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.facts.Row;

/** A term map compiled against the header of its table. */
@FunctionalInterface
interface TermGenerator {

  /** The terms that a record gives: none where a value it needs is NULL or unusable. */
  List<Value> generate(Row row);
}
