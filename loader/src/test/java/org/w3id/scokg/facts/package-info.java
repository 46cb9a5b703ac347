/** Tests of tables and texts. */
@NullMarked
package org.w3id.scokg.facts;

import org.jspecify.annotations.NullMarked;
