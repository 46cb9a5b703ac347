package org.w3id.scokg.rml;

import java.nio.charset.StandardCharsets;

/** Makes values safe for use in IRIs and URIs (RML-Core, “IRI-safe” and “URI-safe”). */
final class IriEncoder {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private static final boolean[] UNRESERVED = unreserved();

  private IriEncoder() {}

  /**
   * Appends a value with every character percent-encoded that is not in {@code iunreserved} (RFC
   * 3987 §2.2), or for a URI not in {@code unreserved} (RFC 3986 §2.3).
   */
  static void append(String value, boolean keepUnicode, StringBuilder out) {
    int plain = 0;
    while (plain < value.length() && isUnreserved(value.charAt(plain))) {
      plain++;
    }
    out.append(value, 0, plain);
    if (plain < value.length()) {
      encode(value, plain, keepUnicode, out);
    }
  }

  private static void encode(String value, int from, boolean keepUnicode, StringBuilder out) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isUnreserved(c)) {
        out.append(c);
      } else if (c < 128) {
        percent(c, out);
      } else {
        int point = value.codePointAt(i);
        if (keepUnicode && isUcschar(point)) {
          out.appendCodePoint(point);
        } else {
          for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            percent(b, out);
          }
        }
        i += Character.charCount(point) - 1;
      }
    }
  }

  private static void percent(int b, StringBuilder out) {
    out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
  }

  private static boolean isUnreserved(int c) {
    return c < 128 && UNRESERVED[c];
  }

  private static boolean[] unreserved() {
    boolean[] table = new boolean[128];
    for (int c = 0; c < 128; c++) {
      table[c] = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }
    return table;
  }

  static boolean isUcschar(int c) {
    return (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFEF)
        || (c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) < 0xFFFE && c >> 16 != 0xE)
        || (c >= 0xE1000 && c <= 0xEFFFD);
  }
}
