package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads and makes JSON. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What Jackson tells beyond the kind of mistake is of its own making. */
  private static final Pattern DETAIL = Pattern.compile("(?s)[:(\\[].*");

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads an object.
   *
   * @param parameter the name of the request's parameter, for the reason of a refusal
   * @throws Refusal if the text is no JSON, or another value
   */
  static ObjectNode object(String parameter, String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw Refusal.wrong(parameter + " must be a JSON object");
    } catch (JsonProcessingException e) {
      JsonLocation place = Objects.requireNonNullElse(e.getLocation(), JsonLocation.NA);
      throw Refusal.wrong(
          "%s is not one valid JSON value, from line %d, column %d on: %s"
              .formatted(
                  parameter,
                  place.getLineNr(),
                  place.getColumnNr(),
                  DETAIL.matcher(e.getOriginalMessage()).replaceFirst("").strip()));
    }
  }

  static String text(JsonNode node) {
    return node.toString();
  }
}
