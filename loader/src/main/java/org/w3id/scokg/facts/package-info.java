/**
 * Reads what a curator edits and cites: {@link Table} for CSV in any {@link TextFile}, {@link
 * SourceText} for texts.
 */
@NullMarked
package org.w3id.scokg.facts;

import org.jspecify.annotations.NullMarked;
