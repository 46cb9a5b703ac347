/**
 * Holds the statements of a graph in little memory: {@link QuadSet} is the entry.
 *
 * <p>A term is kept once and has a number; a statement is a few numbers, in arrays that grow.
 */
@NullMarked
package org.w3id.scokg.memory;

import org.jspecify.annotations.NullMarked;
