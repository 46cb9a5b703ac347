package org.w3id.scokg.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent back. It does not change. Safe for use by many threads. */
final class Answer {

  private final int status;
  private final String type;
  private final byte[] body;
  private final Map<String, String> headers;
  private volatile byte @Nullable [] packed;

  private Answer(int status, String type, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  /** A text in UTF-8. */
  static Answer of(String type, String text) {
    return of(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes, which must not be changed any more. */
  static Answer of(String type, byte[] body) {
    return new Answer(200, type, body, Map.of());
  }

  /** Leads to another path, where something about what was asked for is. */
  static Answer seeOther(String path) {
    return new Answer(303, "", new byte[0], Map.of("Location", path));
  }

  /** The same with another status. */
  Answer status(int other) {
    return new Answer(other, type, body, headers);
  }

  /** The same with one more header. */
  Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, body, more);
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** The media type; empty where there is no body. */
  String type() {
    return type;
  }

  byte[] body() {
    return body;
  }

  /** The same as gzip has it, made when it is first asked for. */
  byte[] packed() {
    byte[] known = packed;
    if (known == null) {
      known = Packing.pack(body);
      packed = known;
    }
    return known;
  }

  /** How many bytes it takes at most, about. */
  int weight() {
    return body.length + body.length / 2 + 512;
  }

  /** Further headers, by name. */
  Map<String, String> headers() {
    return headers;
  }
}
