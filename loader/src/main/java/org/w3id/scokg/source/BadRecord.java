package org.w3id.scokg.source;

import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * A record that was read and left out, after which the source goes on.
 *
 * @param problem what is wrong with it
 * @param json what was read of it, as one JSON value: the cells of a row as an array, a line that
 *     is not JSON as a string
 */
public record BadRecord(Diagnostic problem, String json) {}
