/** What a user sees: the command line and the public types only. */
@NullMarked
package org.w3id.scokg.blackbox;

import org.jspecify.annotations.NullMarked;
