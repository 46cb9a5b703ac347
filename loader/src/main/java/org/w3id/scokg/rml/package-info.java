/**
 * An engine for the RDF Mapping Language: {@link Mapping} reads mapping files, compiles them
 * against their sources and pushes statements into an {@code RDFHandler}.
 */
@NullMarked
package org.w3id.scokg.rml;

import org.jspecify.annotations.NullMarked;
