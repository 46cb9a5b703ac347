@NullMarked
package org.w3id.scokg.text;

import org.jspecify.annotations.NullMarked;
