/**
 * Finds things by the words of their names and descriptions, with an index that is part of a build:
 * {@link TextIndex} is the entry.
 */
@NullMarked
package org.w3id.scokg.text;

import org.jspecify.annotations.NullMarked;
