package org.w3id.scokg.store;

import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.store.NodeIdType;
import org.apache.jena.tdb2.store.value.IntegerNode;
import org.jspecify.annotations.Nullable;

/** Literals that are their own ids, such as small numbers and dates. */
final class InlineValues {

  /** What no inline value is: the highest bit of those is set. */
  static final long NONE = 0;

  /** So many digits fit in any case. */
  private static final int DIGITS = 16;

  private final byte[] bytes = new byte[NodeId.SIZE];

  /** The id of a literal that is its own, or {@link #NONE}. */
  long of(String lexical, RDFDatatype datatype) {
    if (datatype.equals(XSDDatatype.XSDinteger) && isShortInteger(lexical)) {
      // What Jena makes of it too, after having looked at it several times.
      long value = IntegerNode.pack56(Long.parseLong(lexical));
      return encoded(NodeIdFactory.createValue(NodeIdType.XSD_INTEGER, value));
    }
    return encoded(NodeIdInline.inline(NodeFactory.createLiteralDT(lexical, datatype)));
  }

  private static boolean isShortInteger(String text) {
    int length = text.length();
    int first = length > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (length == 0 || length - first > DIGITS) {
      return false;
    }
    for (int i = first; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private long encoded(@Nullable NodeId id) {
    if (id == null) {
      return NONE;
    }
    NodeIdFactory.set(id, bytes, 0);
    return Bytes.getLong(bytes, 0);
  }
}
