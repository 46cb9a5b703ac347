package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/**
 * Something that programs can ask for with GET.
 *
 * @param path where, with names in braces for its parts that differ
 * @param summary what is answered, in a phrase
 * @param status that of the answer, if all is well
 * @param types the media types that can be chosen from; none where nothing but a place is answered
 * @param parameters what the answer depends on
 */
record ApiCall(
    String path, String summary, int status, List<String> types, List<Parameter> parameters) {

  ApiCall {
    types = List.copyOf(types);
    parameters = List.copyOf(parameters);
  }

  /** Something in forms of which the client takes one. */
  static ApiCall of(String path, String summary, List<String> types, Parameter... parameters) {
    return new ApiCall(path, summary, 200, types, List.of(parameters));
  }

  /** A page for people. */
  static ApiCall page(String path, String summary, Parameter... parameters) {
    List<Parameter> all = new ArrayList<>(List.of(parameters));
    all.add(Parameter.LANGUAGE);
    return new ApiCall(path, summary, 200, List.of("text/html"), all);
  }

  /** What leads elsewhere. */
  static ApiCall seeOther(String path, String summary, Parameter... parameters) {
    return new ApiCall(path, summary, 303, List.of(), List.of(parameters));
  }

  /**
   * What an answer depends on.
   *
   * @param name its name
   * @param in {@code path} or {@code query}
   * @param isRequired whether there is no answer without it
   * @param description what it means
   * @param example a value that has an answer; empty if there is none to show
   */
  record Parameter(String name, String in, boolean isRequired, String description, String example) {

    static final Parameter LANGUAGE =
        new Parameter(
            "lang", "query", false, "Another language than the client's, if there is one.", "");

    /** A part of the path. */
    static Parameter path(String name, String description, String example) {
      return new Parameter(name, "path", true, description, example);
    }

    /** A parameter that may be left out. */
    static Parameter optional(String name, String description, String example) {
      return new Parameter(name, "query", false, description, example);
    }

    /** A parameter that there must be. */
    static Parameter required(String name, String description, String example) {
      return new Parameter(name, "query", true, description, example);
    }

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.put("name", name);
      json.put("in", in);
      json.put("required", isRequired);
      json.put("description", description);
      JsonObject schema = new JsonObject();
      schema.put("type", "string");
      json.put("schema", schema);
      if (!example.isEmpty()) {
        json.put("example", example);
      }
      return json;
    }
  }

  /** The call as OpenAPI has it. */
  JsonObject json() {
    JsonObject get = new JsonObject();
    get.put("summary", summary);
    get.put("operationId", operation());
    if (!parameters.isEmpty()) {
      JsonArray all = new JsonArray();
      parameters.forEach(parameter -> all.add(parameter.json()));
      get.put("parameters", all);
    }
    JsonObject responses = new JsonObject();
    responses.put(String.valueOf(status), response());
    responses.put("default", reference("#/components/responses/" + failure()));
    get.put("responses", responses);
    JsonObject item = new JsonObject();
    item.put("get", get);
    return item;
  }

  private String operation() {
    String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "home" : path.endsWith("/") ? name + "-list" : name;
  }

  /** The reconciliation service tells failures in its own way. */
  private String failure() {
    return path.startsWith("/reconcile") ? "Refusal" : "Problem";
  }

  private JsonObject response() {
    JsonObject response = new JsonObject();
    if (status == 303) {
      response.put("description", "Where it is.");
      JsonObject location = new JsonObject();
      location.put("required", true);
      JsonObject schema = new JsonObject();
      schema.put("type", "string");
      location.put("schema", schema);
      JsonObject headers = new JsonObject();
      headers.put("Location", location);
      response.put("headers", headers);
      return response;
    }
    response.put("description", summary);
    JsonObject content = new JsonObject();
    types.forEach(type -> content.put(type, new JsonObject()));
    response.put("content", content);
    return response;
  }

  /** What may go wrong anywhere (RFC 9457). */
  static JsonObject problem() {
    JsonObject properties = new JsonObject();
    property(properties, "type", "string", "What kind of problem it is, as a URI.");
    property(properties, "title", "string", "The same in a phrase.");
    property(properties, "status", "integer", "The HTTP status.");
    property(properties, "detail", "string", "What is wrong, and what may help.");
    property(properties, "nearby", "array", "Addresses that may have been meant.");
    JsonObject items = new JsonObject();
    items.put("type", "string");
    properties.getObj("nearby").put("items", items);
    JsonObject schema = new JsonObject();
    schema.put("type", "object");
    JsonArray required = new JsonArray();
    required.add(new JsonString("title"));
    required.add(new JsonString("status"));
    schema.put("required", required);
    schema.put("properties", properties);
    return schema;
  }

  private static void property(JsonObject all, String name, String type, String meaning) {
    JsonObject property = new JsonObject();
    property.put("type", type);
    property.put("description", meaning);
    if (name.equals("status")) {
      property.put("minimum", JsonNumber.value(400));
    }
    all.put(name, property);
  }

  static JsonObject reference(String target) {
    JsonObject reference = new JsonObject();
    reference.put("$ref", target);
    return reference;
  }
}
