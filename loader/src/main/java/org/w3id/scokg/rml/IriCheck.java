package org.w3id.scokg.rml;

import java.net.URISyntaxException;
import org.eclipse.rdf4j.common.net.ParsedIRI;

/**
 * Tells whether a string is an absolute IRI (RFC 3987 §2.2). The common shapes are seen at a
 * glance; what is not one of them is parsed.
 */
final class IriCheck {

  /** What may stand in a path, a query or a fragment without further thought. */
  private static final boolean[] PLAIN = table("-._~!$&'()*+,;=:@/?");

  private static final boolean[] HOST = table("-._~");

  private IriCheck() {}

  /** Whether it is an IRI with a scheme. */
  static boolean isAbsolute(String iri) {
    int colon = schemeEnd(iri);
    if (colon < 0) {
      return false;
    }
    if (isPlain(iri, colon + 1)) {
      return true;
    }
    try {
      return new ParsedIRI(iri).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether it starts with a scheme, whatever else is in it. */
  static boolean hasScheme(String iri) {
    return schemeEnd(iri) >= 0;
  }

  /**
   * Whether what follows this text in an IRI is part of its path, query or fragment, so that
   * unreserved characters may follow in any number.
   */
  static boolean leadsIntoPath(String text) {
    int colon = schemeEnd(text);
    if (colon < 0) {
      return false;
    }
    return text.startsWith("//", colon + 1)
        ? text.indexOf('/', colon + 3) > colon + 3
        : text.length() > colon + 1 && text.charAt(colon + 1) != '/';
  }

  /** Where the colon after a scheme is, or -1 where there is no scheme. */
  private static int schemeEnd(String iri) {
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isPlain(String iri, int from) {
    int at = from;
    if (iri.startsWith("//", from)) {
      at = from + 2;
      while (at < iri.length() && iri.charAt(at) < 128 && HOST[iri.charAt(at)]) {
        at++;
      }
      if (at == from + 2 || (at < iri.length() && iri.charAt(at) != '/')) {
        return false;
      }
    }
    boolean inFragment = false;
    for (; at < iri.length(); at++) {
      char c = iri.charAt(at);
      if (c == '#' && !inFragment) {
        inFragment = true;
      } else if (c == '%' && isHex(iri, at + 1) && isHex(iri, at + 2)) {
        at += 2;
      } else if (c < 128 ? !PLAIN[c] : Character.isSurrogate(c) || !IriEncoder.isUcschar(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean[] table(String marks) {
    boolean[] table = new boolean[128];
    for (int c = 0; c < 128; c++) {
      table[c] = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
    }
    return table;
  }
}
