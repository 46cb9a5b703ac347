/** Reads records of JSON and JSON Lines, as a stream; begins at {@link JsonIterations}. */
@NullMarked
package org.w3id.scokg.source.json;

import org.jspecify.annotations.NullMarked;
