/** Tests the gates by the messages they give for small broken graphs. */
@NullMarked
package org.w3id.scokg.validate;

import org.jspecify.annotations.NullMarked;
