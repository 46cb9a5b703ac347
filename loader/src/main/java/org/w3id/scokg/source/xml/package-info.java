/** Reads records of XML, as a stream where it can; begins at {@link XmlIterations}. */
@NullMarked
package org.w3id.scokg.source.xml;

import org.jspecify.annotations.NullMarked;
