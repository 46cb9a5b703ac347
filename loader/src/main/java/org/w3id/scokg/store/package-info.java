/**
 * Makes a TDB2 database of many statements at once, by sorting them: {@link BulkLoader} is the
 * entry.
 */
@NullMarked
package org.w3id.scokg.store;

import org.jspecify.annotations.NullMarked;
