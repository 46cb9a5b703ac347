package org.w3id.scokg.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: those of its address, and those of a form in its body. The container
 * would read a form too, but refuses a large one with a page of its own.
 */
final class Form {

  /** How many bytes a form may have: {@value}. */
  static final int LARGEST = 8_000_000;

  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> parameters = new HashMap<>();

  private Form() {}

  /**
   * Reads a request.
   *
   * @throws Refusal if it has a body that is too large, or of another type, or no form
   */
  static Form of(HttpServletRequest request) throws IOException {
    Form form = new Form();
    form.add(request.getQueryString());
    if (request.getMethod().equals("POST")) {
      String type = request.getContentType();
      if (type != null && !type.startsWith(TYPE)) {
        throw new Refusal(415, "send a form, of type " + TYPE);
      }
      form.add(body(request));
    }
    return form;
  }

  private static String body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw new Refusal(413, "the request has more than " + LARGEST + " bytes");
      }
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private void add(@Nullable String encoded) {
    if (encoded == null) {
      return;
    }
    try {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.putIfAbsent(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong("the parameters are not encoded as a form is: " + e.getMessage());
    }
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** A parameter that must be there. */
  String require(String name) {
    return get(name).orElseThrow(() -> Refusal.wrong("the parameter '" + name + "' is missing"));
  }

  /** A number from 0 on; the other one where there is no parameter. */
  int number(String name, int otherwise) {
    String text = get(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}")) {
      throw Refusal.wrong("the parameter '" + name + "' is '" + text + "', no number from 0 on");
    }
    return Integer.parseInt(text);
  }
}
