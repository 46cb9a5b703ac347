package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3id.scokg.reconcile.ReconciliationQuery.PropertyMapping;
import org.w3id.scokg.reconcile.ReconciliationQuery.TypeMatching;
import org.w3id.scokg.reconcile.ReconciliationQuery.Value;

/** Reads a batch of queries (§4.2 of the specification). */
final class QueryReader {

  /** How many queries a batch may have. */
  static final int LARGEST_BATCH = 1000;

  /** How many characters the text of a query may have. */
  static final int LONGEST_TEXT = 1000;

  private static final int CANDIDATES = 10;
  private static final int MOST_CANDIDATES = 100;
  private static final Set<String> KEYS =
      Set.of("query", "type", "type_strict", "limit", "properties");

  private final Vocabulary vocabulary;

  QueryReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads the queries by their keys, in their order.
   *
   * @throws Refusal if one is not as it should be
   */
  Map<String, ReconciliationQuery> read(String queries) {
    ObjectNode batch = Json.object("queries", queries);
    if (batch.size() > LARGEST_BATCH) {
      throw new Refusal(
          413,
          "the batch has %d queries; send at most %d at once"
              .formatted(batch.size(), LARGEST_BATCH));
    }
    Map<String, ReconciliationQuery> read = new LinkedHashMap<>();
    batch.fields().forEachRemaining(e -> read.put(e.getKey(), query(e.getKey(), e.getValue())));
    return read;
  }

  private ReconciliationQuery query(String key, JsonNode query) {
    if (!query.isObject()) {
      throw wrong(key, "must be an object");
    }
    query
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KEYS.contains(name)) {
                throw wrong(key, "has '" + name + "', which is none of " + sorted());
              }
            });
    String text = text(key, query.path("query"));
    List<PropertyMapping> properties = properties(key, query.path("properties"));
    if (!query.has("query") && properties.isEmpty()) {
      throw wrong(key, "has neither 'query' nor a property");
    }
    return new ReconciliationQuery(
        text, types(key, query.path("type")), matching(key, query), limit(key, query), properties);
  }

  private static String sorted() {
    return String.join(", ", KEYS.stream().sorted().toList());
  }

  private static String text(String key, JsonNode text) {
    if (text.isMissingNode()) {
      return "";
    }
    if (!text.isTextual()) {
      throw wrong(key, "has a 'query' that is no text");
    }
    if (text.textValue().length() > LONGEST_TEXT) {
      throw wrong(
          key,
          "has a 'query' of %d characters; %d is the most"
              .formatted(text.textValue().length(), LONGEST_TEXT));
    }
    return text.textValue();
  }

  private List<String> types(String key, JsonNode types) {
    List<String> read = new ArrayList<>();
    for (JsonNode type : each(types)) {
      // OpenRefine sends an object where a type was chosen from a list.
      JsonNode id = type.isObject() ? type.path("id") : type;
      if (!id.isTextual()) {
        throw wrong(key, "has a 'type' that is no identifier");
      }
      if (!id.textValue().isEmpty()) {
        read.add(vocabulary.termIri(id.textValue()));
      }
    }
    return read;
  }

  private static TypeMatching matching(String key, JsonNode query) {
    JsonNode strict = query.path("type_strict");
    if (strict.isMissingNode() || strict.isNull()) {
      return TypeMatching.ANY;
    }
    for (TypeMatching matching : TypeMatching.values()) {
      if (matching.name().toLowerCase(Locale.ROOT).equals(strict.textValue())) {
        return matching;
      }
    }
    throw wrong(key, "has a 'type_strict' that is none of any, should, all");
  }

  private static int limit(String key, JsonNode query) {
    JsonNode limit = query.path("limit");
    if (limit.isMissingNode() || limit.isNull()) {
      return CANDIDATES;
    }
    if (!limit.isNumber() || limit.doubleValue() < 1) {
      throw wrong(key, "has a 'limit' that is no number from 1 on");
    }
    return (int) Math.min(limit.doubleValue(), MOST_CANDIDATES);
  }

  private List<PropertyMapping> properties(String key, JsonNode properties) {
    List<PropertyMapping> read = new ArrayList<>();
    for (JsonNode property : each(properties)) {
      JsonNode pid = property.path("pid");
      if (!pid.isTextual() || !property.has("v")) {
        throw wrong(key, "has a property without 'pid' or 'v'");
      }
      List<Value> values = new ArrayList<>();
      each(property.path("v")).forEach(value -> values.add(value(key, value)));
      read.add(new PropertyMapping(vocabulary.termIri(pid.textValue()), values));
    }
    return read;
  }

  private static Value value(String key, JsonNode value) {
    if (value.isObject() && value.path("id").isTextual()) {
      return new Value(value.path("name").asText(), value.path("id").textValue());
    }
    if (value.isValueNode() && value.asText().length() <= LONGEST_TEXT) {
      return new Value(value.asText(), "");
    }
    throw wrong(
        key,
        "has a value that is no text of at most "
            + LONGEST_TEXT
            + " characters, no number, no boolean and no object with an 'id'");
  }

  /** The items of an array; another value is the only one, and none without a value. */
  private static Iterable<JsonNode> each(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    Iterator<JsonNode> items = node.isArray() ? node.elements() : List.of(node).iterator();
    return () -> items;
  }

  private static Refusal wrong(String key, String what) {
    return Refusal.wrong("query '" + key + "' " + what);
  }
}
