package org.w3id.scokg.pages;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is said of a thing as JSON that a page can show as it comes: a tree (JSON-LD 1.1
 * Framing) in the terms of the context, with the thing at its root, its parts within it, and of
 * whatever it leads to the name and the classes. It is used within a read transaction; safe for
 * many threads.
 */
final class FramedDocuments {

  /** Whoever asks {@link Json} for a builder lets it look for itself in all libraries each time. */
  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

  private final Content content;
  private volatile @Nullable JsonObject context;

  FramedDocuments(Content content) {
    this.content = content;
  }

  /** The document about an entity, a fact or a source. */
  Answer about(Node thing, Visit visit) {
    Set<Triple> triples = new Tree(content.graphs()).triples(thing);
    JsonObject frame =
        json.createObjectBuilder()
            .add("@context", context(triples))
            .add("@id", thing.getURI())
            .add("@embed", "@always")
            .build();
    try {
      JsonObject framed =
          JsonLd.frame(JsonDocument.of(expanded(triples)), JsonDocument.of(frame))
              .ordered(true)
              .get();
      JsonObjectBuilder document =
          json.createObjectBuilder().add("@context", visit.origin() + "/context.jsonld");
      framed.forEach(
          (key, value) -> {
            if (!key.equals("@context")) {
              document.add(shorten(key), shorten(value));
            }
          });
      return Answer.of(Representation.JSON.mediaType(), document.build() + "\n")
          .header("Vary", "Accept-Encoding")
          .header(
              "Link",
              "<%s/context.jsonld>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""
                  .formatted(visit.origin()));
    } catch (JsonLdError e) {
      throw new IllegalStateException("Bug: what is in the graph cannot be framed", e);
    }
  }

  private JsonObject withoutPrefixes(JsonObject all) {
    JsonObjectBuilder terms = json.createObjectBuilder();
    all.forEach(
        (name, meaning) -> {
          boolean isPrefix =
              meaning.toString().equals('"' + content.site().prefixes().get(name) + '"');
          if (!isPrefix) {
            terms.add(name, meaning);
          }
        });
    return terms.build();
  }

  /** What such a document says. */
  record Tree(Graphs graphs) {

    /** What is said of the thing and its parts, and the names and classes of what these lead to. */
    Set<Triple> triples(Node thing) {
      Set<Triple> triples = new LinkedHashSet<>(graphs.described(thing));
      Set<Node> described = new LinkedHashSet<>();
      triples.forEach(triple -> described.add(triple.getSubject()));
      for (Triple triple : List.copyOf(triples)) {
        Node value = triple.getObject();
        if (value.isURI() && !triple.predicateMatches(RDF.Nodes.type) && described.add(value)) {
          triples.addAll(named(value));
        }
      }
      return triples;
    }

    private Set<Triple> named(Node thing) {
      Set<Triple> triples = new LinkedHashSet<>();
      for (Node property : Terms.NAMES) {
        if (triples.isEmpty()) {
          graphs
              .values(thing, property)
              .forEach(name -> triples.add(Triple.create(thing, property, name)));
        }
      }
      graphs
          .values(thing, RDF.Nodes.type)
          .forEach(type -> triples.add(Triple.create(thing, RDF.Nodes.type, type)));
      return triples;
    }
  }

  /** Properties that are no terms of the project's own get a prefix; identifiers stay whole. */
  private JsonValue shorten(JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObjectBuilder copy = json.createObjectBuilder();
      object.forEach((key, inner) -> copy.add(shorten(key), shorten(inner)));
      return copy.build();
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder copy = json.createArrayBuilder();
      array.forEach(inner -> copy.add(shorten(inner)));
      return copy.build();
    }
    return value;
  }

  private String shorten(String key) {
    String shorter = key.indexOf(':') > 0 ? content.site().shorten(key) : key;
    // The namespace of the project itself has no prefix in the context, and its terms have names.
    return shorter.startsWith(":") || shorter.startsWith("id:") ? key : shorter;
  }

  /** The terms that something is said in: of all that there are, most would be read in vain. */
  private JsonObject context(Set<Triple> triples) {
    Set<String> used = new HashSet<>();
    for (Triple triple : triples) {
      used.add(triple.getPredicate().getURI());
      if (triple.predicateMatches(RDF.Nodes.type)) {
        used.add(triple.getObject().toString());
      }
    }
    JsonObjectBuilder terms = json.createObjectBuilder();
    context()
        .forEach(
            (name, meaning) -> {
              // Words of JSON-LD itself have no definition.
              if (!(meaning instanceof JsonObject definition)
                  || used.contains(definition.getString("@id"))) {
                terms.add(name, meaning);
              }
            });
    return terms.build();
  }

  private JsonObject context() {
    JsonObject known = context;
    if (known == null) {
      String text = JSON.toString(new JsonLdContext(content).document());
      JsonObject all = Json.createReader(new StringReader(text)).readObject();
      known = withoutPrefixes(all.getJsonObject("@context"));
      context = known;
    }
    return known;
  }

  private JsonArray expanded(Set<Triple> triples) {
    Map<Node, Map<Node, JsonArrayBuilder>> nodes = new LinkedHashMap<>();
    // The same build gives the same bytes.
    for (Triple triple : sorted(triples)) {
      JsonArrayBuilder values =
          nodes
              .computeIfAbsent(triple.getSubject(), s -> new LinkedHashMap<>())
              .computeIfAbsent(triple.getPredicate(), p -> json.createArrayBuilder());
      if (triple.predicateMatches(RDF.Nodes.type)) {
        values.add(id(triple.getObject()));
      } else {
        values.add(value(triple.getObject()));
      }
    }
    JsonArrayBuilder all = json.createArrayBuilder();
    nodes.forEach(
        (subject, properties) -> {
          JsonObjectBuilder node = json.createObjectBuilder().add("@id", id(subject));
          properties.forEach(
              (property, values) ->
                  node.add(property.equals(RDF.Nodes.type) ? "@type" : property.getURI(), values));
          all.add(node);
        });
    return all.build();
  }

  private static List<Triple> sorted(Set<Triple> triples) {
    record Sorted(String text, Triple triple) {}
    return triples.stream()
        .map(triple -> new Sorted(triple.toString(), triple))
        .sorted(Comparator.comparing(Sorted::text))
        .map(Sorted::triple)
        .toList();
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
  }

  private JsonObject value(Node node) {
    JsonObjectBuilder value = json.createObjectBuilder();
    if (!node.isLiteral()) {
      return value.add("@id", id(node)).build();
    }
    String text = node.getLiteralLexicalForm();
    String type = node.getLiteralDatatypeURI();
    if (!node.getLiteralLanguage().isEmpty()) {
      return value.add("@value", text).add("@language", node.getLiteralLanguage()).build();
    }
    if (type.equals(XSD.xstring.getURI())) {
      return value.add("@value", text).build();
    }
    value.add("@type", type);
    // Numbers that are written as JSON writes them are numbers there, too.
    if (type.equals(XSD.integer.getURI()) && text.matches("0|-?[1-9]\\d{0,14}")) {
      value.add("@value", Long.parseLong(text));
    } else if (type.equals(XSD.xboolean.getURI()) && text.matches("true|false")) {
      value.add("@value", text.equals("true"));
    } else {
      value.add("@value", text);
    }
    return value.build();
  }
}
