/** Tests of the questions to reconciliation services, and of what becomes of the answers. */
@NullMarked
package org.w3id.scokg.propose;

import org.jspecify.annotations.NullMarked;
