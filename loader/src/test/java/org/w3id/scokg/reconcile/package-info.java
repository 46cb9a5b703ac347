/** Tests of the reconciliation service, over HTTP on a free port of the loopback. */
@NullMarked
package org.w3id.scokg.reconcile;

import org.jspecify.annotations.NullMarked;
