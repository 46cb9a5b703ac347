package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/**
 * Answers data extension queries: the values of properties of entities (§7 of the specification).
 * It is used within a read transaction.
 */
final class Extension {

  /** How many cells one request may ask for. */
  static final int MOST_CELLS = 10_000;

  private static final int DEFAULT_LIMIT = 0;
  private static final String DATE_AND_TIME =
      "(-?(?:[1-9][0-9]*)?[0-9]{4})-(1[0-2]|0[1-9])-(3[01]|0[1-9]|[12][0-9])"
          + "T(2[0-3]|[01][0-9]):([0-5][0-9]):([0-5][0-9])(\\.[0-9]+)?"
          + "(Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?";
  private static final Pattern TIME = Pattern.compile(DATE_AND_TIME);
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");

  private final Catalog catalog;
  private final PropertyValues values;
  private final Vocabulary vocabulary;
  private final List<String> languages;

  Extension(Catalog catalog, PropertyValues values, Vocabulary vocabulary, List<String> languages) {
    this.catalog = catalog;
    this.values = values;
    this.vocabulary = vocabulary;
    this.languages = languages;
  }

  /** A column that is asked for. */
  private record Column(String id, String iri, int limit, String language) {}

  ObjectNode answer(String extend) {
    ObjectNode query = Json.object("extend", extend);
    List<String> ids = ids(query.path("ids"));
    List<Column> columns = new ArrayList<>();
    items(query, "properties").forEach(property -> columns.add(column(property)));
    if ((long) ids.size() * columns.size() > MOST_CELLS) {
      throw new Refusal(
          413,
          "%d entities with %d properties are more than %d cells; ask for fewer at once"
              .formatted(ids.size(), columns.size(), MOST_CELLS));
    }
    ObjectNode answer = Json.object();
    ArrayNode meta = answer.putArray("meta");
    columns.forEach(column -> describe(column, meta.addObject()));
    ObjectNode rows = answer.putObject("rows");
    for (String id : ids) {
      ObjectNode row = rows.putObject(id);
      columns.forEach(column -> fill(row.putArray(column.id), id, column));
    }
    return answer;
  }

  private static List<String> ids(JsonNode ids) {
    if (!ids.isArray()) {
      throw Refusal.wrong("extend has no array 'ids'");
    }
    Set<String> read = new LinkedHashSet<>();
    for (JsonNode id : ids) {
      if (!id.isTextual()) {
        throw Refusal.wrong("extend has an id that is no text");
      }
      read.add(id.textValue());
    }
    return List.copyOf(read);
  }

  private static JsonNode items(ObjectNode query, String name) {
    JsonNode items = query.path(name);
    if (!items.isArray()) {
      throw Refusal.wrong("extend has no array '" + name + "'");
    }
    return items;
  }

  private Column column(JsonNode property) {
    JsonNode id = property.path("id");
    if (!id.isTextual()) {
      throw Refusal.wrong("extend has a property without 'id'");
    }
    JsonNode settings = property.path("settings");
    return new Column(
        id.textValue(),
        vocabulary.termIri(id.textValue()),
        settings.path("limit").asInt(DEFAULT_LIMIT),
        settings.path("language").asText(""));
  }

  private void describe(Column column, ObjectNode into) {
    into.put("id", column.id).put("name", catalog.label(column.iri, languages));
    range(column)
        .ifPresent(
            type ->
                into.putObject("type")
                    .put("id", vocabulary.termId(type))
                    .put("name", catalog.label(type, languages)));
  }

  /** The class of a property's values, where they are entities. */
  private Optional<String> range(Column column) {
    Set<String> classes = catalog.classes();
    return values.of(column.iri, RDFS.range.getURI()).stream()
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(classes::contains)
        .findFirst();
  }

  private void fill(ArrayNode cell, String id, Column column) {
    List<Node> nodes =
        values.of(vocabulary.entityIri(id), column.iri).stream()
            .filter(node -> isAsked(node, column.language))
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
    int most = column.limit > 0 ? Math.min(column.limit, nodes.size()) : nodes.size();
    nodes.subList(0, most).forEach(node -> fill(cell.addObject(), node));
  }

  private static boolean isAsked(Node node, String language) {
    return !node.isBlank()
        && (language.isEmpty()
            || !node.isLiteral()
            || node.getLiteralLanguage().isEmpty()
            || node.getLiteralLanguage().equals(language));
  }

  private void fill(ObjectNode value, Node node) {
    if (node.isURI()) {
      Optional<Entity> entity = catalog.entity(node.getURI());
      if (entity.isPresent()) {
        value.put("id", vocabulary.entityId(node.getURI()));
        value.put("name", entity.get().name(languages));
      } else {
        value.put("str", node.getURI());
      }
      return;
    }
    String text = node.getLiteralLexicalForm();
    switch (node.getLiteralDatatype().getURI().replaceAll(".*#", "")) {
      case "date" -> date(value, text + "T00:00:00", text);
      case "dateTime" -> date(value, text, text);
      case "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger" ->
          whole(value, text);
      case "decimal", "double", "float" -> number(value, text);
      default -> value.put("str", text);
    }
  }

  private static void date(ObjectNode value, String time, String text) {
    value.put(
        TIME.matcher(time).matches() ? "date" : "str", TIME.matcher(time).matches() ? time : text);
  }

  private static void whole(ObjectNode value, String text) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      value.put("int", Long.parseLong(text));
    } else {
      value.put("str", text);
    }
  }

  private static void number(ObjectNode value, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        value.put("float", number);
        return;
      }
    } catch (NumberFormatException e) {
      // It is INF, or no number in spite of its datatype: its text tells that.
    }
    value.put("str", text);
  }
}
