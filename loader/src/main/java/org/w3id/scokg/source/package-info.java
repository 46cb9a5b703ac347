/**
 * Reads sources record by record, whatever their format: {@link Iterations} opens a CSV, JSON or
 * XML file, plain or packed, and gives an {@link Iteration} a record.
 */
@NullMarked
package org.w3id.scokg.source;

import org.jspecify.annotations.NullMarked;
