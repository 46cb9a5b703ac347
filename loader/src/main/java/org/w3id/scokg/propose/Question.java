package org.w3id.scokg.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One query of a batch ("Reconciliation query").
 *
 * @param text the name that is looked for
 * @param types the types of the service that candidates may have; none for any
 * @param limit how many candidates are wanted at most
 * @param evidence further properties, to compare candidates by
 */
record Question(String text, List<String> types, int limit, List<Evidence> evidence) {

  static Question of(Subject subject, int limit) {
    return new Question(subject.label(), subject.wanted(), limit, subject.evidence());
  }

  static Question of(String text, int limit) {
    return new Question(text, List.of(), limit, List.of());
  }

  /**
   * The query as it is sent.
   *
   * @param identifierSpace a value that starts with it is an entity of the service, and sent as one
   */
  Json json(String identifierSpace) {
    Map<String, Json> query = new LinkedHashMap<>();
    query.put("query", Json.of(text));
    if (types.size() == 1) {
      query.put("type", Json.of(types.get(0)));
    } else if (!types.isEmpty()) {
      query.put("type", Json.of(types.stream().map(Json::of).toList()));
      query.put("type_strict", Json.of("any"));
    }
    query.put("limit", Json.of(limit));
    if (!evidence.isEmpty()) {
      List<Json> properties = new ArrayList<>();
      evidence.forEach(one -> properties.add(property(one, identifierSpace)));
      query.put("properties", Json.of(properties));
    }
    return Json.of(query);
  }

  private static Json property(Evidence evidence, String identifierSpace) {
    List<Json> values =
        evidence.values().stream().map(value -> value(value, identifierSpace)).toList();
    Map<String, Json> property = new LinkedHashMap<>();
    property.put("pid", Json.of(evidence.property()));
    property.put("v", values.size() == 1 ? values.get(0) : Json.of(values));
    return Json.of(property);
  }

  private static Json value(String value, String identifierSpace) {
    return value.startsWith(identifierSpace) && value.length() > identifierSpace.length()
        ? Json.of(Map.of("id", Json.of(value.substring(identifierSpace.length()))))
        : Json.of(value);
  }
}
