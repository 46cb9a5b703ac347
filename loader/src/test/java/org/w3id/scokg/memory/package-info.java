/** Tests what is held in little memory beside Jena's own graphs. */
@NullMarked
package org.w3id.scokg.memory;

import org.jspecify.annotations.NullMarked;
