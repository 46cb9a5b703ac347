/** Holds the project's own ontology against OWL 2 DL and a complete reasoner. */
@NullMarked
package org.w3id.scokg.ontology;

import org.jspecify.annotations.NullMarked;
