package org.w3id.scokg.source.xml;

import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * Which names a step of a path matches (XPath 1.0 §2.3, “NameTest”).
 *
 * @param namespace the namespace; null for any, empty for none
 * @param local the local name; null for any
 */
record XmlNameTest(@Nullable String namespace, @Nullable String local) {

  /** Reads a name as a path has it; its prefix was checked. */
  static XmlNameTest of(String name, Map<String, String> namespaces) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return name.equals("*") ? new XmlNameTest(null, null) : new XmlNameTest("", name);
    }
    String prefix = name.substring(0, colon);
    String local = name.substring(colon + 1);
    return new XmlNameTest(
        prefix.equals(XMLConstants.XML_NS_PREFIX)
            ? XMLConstants.XML_NS_URI
            : namespaces.get(prefix),
        local.equals("*") ? null : local);
  }

  boolean matches(String otherNamespace, String otherLocal) {
    return (local == null || Objects.equals(local, otherLocal))
        && (namespace == null || namespace.equals(otherNamespace));
  }
}
