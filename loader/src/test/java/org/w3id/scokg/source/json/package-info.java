@NullMarked
package org.w3id.scokg.source.json;

import org.jspecify.annotations.NullMarked;
