/**
 * Refuses a graph that breaks the project's rules, and names the rows at fault.
 *
 * <p>One gate a kind of rule: {@link org.w3id.scokg.validate.EvidenceGate}, {@link
 * org.w3id.scokg.validate.VocabularyGate}, {@link org.w3id.scokg.validate.ReferenceGate}, {@link
 * org.w3id.scokg.validate.ConsistencyGate}, {@link org.w3id.scokg.validate.ShapesGate}. A gate is
 * immutable, looks at the whole graph and tells every problem, ordered by place.
 */
@NullMarked
package org.w3id.scokg.validate;

import org.jspecify.annotations.NullMarked;
