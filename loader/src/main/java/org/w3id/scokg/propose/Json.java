package org.w3id.scokg.propose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of JSON (RFC 8259) that is asked for its parts by what they should be: a part of another
 * kind is as good as missing.
 */
final class Json {

  /** How deep arrays and objects may be nested. What services answer is nested seven deep. */
  private static final int DEPTH = 64;

  /** How long a number may be. */
  private static final int DIGITS = 100;

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The members, items, text, number or truth; of {@code null}, nothing. */
  private final Optional<Object> value;

  private Json(Optional<Object> value) {
    this.value = value;
  }

  static Json of(String text) {
    return new Json(Optional.of(text));
  }

  static Json of(long number) {
    return new Json(Optional.of(BigDecimal.valueOf(number)));
  }

  static Json of(List<Json> items) {
    return new Json(Optional.of(List.copyOf(items)));
  }

  /** An object, whose members keep their order. */
  static Json of(Map<String, Json> members) {
    return new Json(Optional.of(Collections.unmodifiableMap(new LinkedHashMap<>(members))));
  }

  /**
   * Reads a document.
   *
   * @throws IOException if it is none; the message says where and why
   */
  static Json read(byte[] document) throws IOException {
    try (JsonParser parser = FACTORY.createParser(document)) {
      if (parser.nextToken() == null) {
        throw new IOException("it is empty");
      }
      Json json = value(parser, 0);
      if (parser.nextToken() != null) {
        throw new IOException("something follows its end");
      }
      return json;
    } catch (JsonEOFException e) {
      throw new IOException("it ends in the middle", e);
    } catch (JsonProcessingException e) {
      throw new IOException(place(e.getLocation()) + e.getOriginalMessage(), e);
    }
  }

  private static String place(JsonLocation location) {
    return "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static Json value(JsonParser parser, int depth) throws IOException {
    if (depth > DEPTH) {
      throw new IOException("arrays and objects are nested more than " + DEPTH + " deep");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> of(members(parser, depth));
      case START_ARRAY -> of(items(parser, depth));
      case VALUE_STRING -> of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json(Optional.of(number(parser)));
      case VALUE_TRUE, VALUE_FALSE -> new Json(Optional.of(parser.getBooleanValue()));
      default -> new Json(Optional.empty());
    };
  }

  private static Map<String, Json> members(JsonParser parser, int depth) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      members.put(key, value(parser, depth + 1));
    }
    return members;
  }

  private static List<Json> items(JsonParser parser, int depth) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, depth + 1));
    }
    return items;
  }

  private static BigDecimal number(JsonParser parser) throws IOException {
    if (parser.getTextLength() > DIGITS) {
      throw new IOException(
          place(parser.getTokenLocation()) + "a number has more than " + DIGITS + " digits");
    }
    return parser.getDecimalValue();
  }

  /** The members of an object; none of any other value. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (value.orElse("") instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put((String) key, (Json) member));
    }
    return members;
  }

  /** The items of an array; empty if the value is none. */
  Optional<List<Json>> items() {
    return value
        .filter(List.class::isInstance)
        .map(list -> ((List<?>) list).stream().map(Json.class::cast).toList());
  }

  Optional<String> text() {
    return value.filter(String.class::isInstance).map(String.class::cast);
  }

  Optional<BigDecimal> number() {
    return value.filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
  }

  Optional<Boolean> truth() {
    return value.filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  /** A member of an object; the value of JSON {@code null} if there is none. */
  Json get(String key) {
    return value.orElse("") instanceof Map<?, ?> map && map.get(key) instanceof Json member
        ? member
        : new Json(Optional.empty());
  }

  /** The document. The same value always gives the same text. */
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator generator) throws IOException {
    Object content = value.orElse(this);
    if (content instanceof Map<?, ?>) {
      generator.writeStartObject();
      for (Map.Entry<String, Json> member : members().entrySet()) {
        generator.writeFieldName(member.getKey());
        member.getValue().write(generator);
      }
      generator.writeEndObject();
    } else if (content instanceof List<?>) {
      generator.writeStartArray();
      for (Json item : items().orElse(List.of())) {
        item.write(generator);
      }
      generator.writeEndArray();
    } else if (content instanceof String string) {
      generator.writeString(string);
    } else if (content instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else if (content instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else {
      generator.writeNull();
    }
  }
}
