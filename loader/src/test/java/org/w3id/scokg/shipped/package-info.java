/**
 * Tests of the graph that this project ships: its questions and their answers, the traps of its
 * sources, and its evidence. They start at {@link org.w3id.scokg.shipped.ShippedGraph}.
 */
@org.jspecify.annotations.NullMarked
package org.w3id.scokg.shipped;
