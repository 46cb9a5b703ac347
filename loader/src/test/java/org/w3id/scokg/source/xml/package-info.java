@NullMarked
package org.w3id.scokg.source.xml;

import org.jspecify.annotations.NullMarked;
