/** Tests of the server, most of them over HTTP on a free port of the loopback. */
@NullMarked
package org.w3id.scokg.server;

import org.jspecify.annotations.NullMarked;
