/** Answers SPARQL queries over HTTP, and nothing else: {@link SparqlServer} is the entry. */
@NullMarked
package org.w3id.scokg.server;

import org.jspecify.annotations.NullMarked;
