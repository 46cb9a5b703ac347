/**
 * Draws the conclusions an ontology allows from asserted triples: {@link Materialization} is the
 * entry.
 */
@NullMarked
package org.w3id.scokg.infer;

import org.jspecify.annotations.NullMarked;
