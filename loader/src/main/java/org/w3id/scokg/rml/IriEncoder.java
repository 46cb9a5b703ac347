package org.w3id.scokg.rml;

import java.nio.charset.StandardCharsets;

/** Makes values safe for use in IRIs and URIs (RML-Core, “IRI-safe” and “URI-safe”). */
final class IriEncoder {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private IriEncoder() {}

  /**
   * Appends a value with every character percent-encoded that is not in {@code iunreserved} (RFC
   * 3987 §2.2), or for a URI not in {@code unreserved} (RFC 3986 §2.3).
   */
  static void append(String value, boolean keepUnicode, StringBuilder out) {
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c < 128 ? isUnreserved(c) : keepUnicode && isUcschar(c)) {
        out.appendCodePoint(c);
      } else {
        for (byte b : value.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
        }
      }
      i = next;
    }
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static boolean isUcschar(int c) {
    return (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFEF)
        || (c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) < 0xFFFE && c >> 16 != 0xE)
        || (c >= 0xE1000 && c <= 0xEFFFD);
  }
}
