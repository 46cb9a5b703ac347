package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The properties that entities have, and how many of them. */
final class Properties {

  /** A property and how many entities have it. */
  record Use(String property, int entities) {}

  private final DatasetGraph graph;
  private final Catalog catalog;
  private final Vocabulary vocabulary;
  private final Map<String, List<Use>> uses = new ConcurrentHashMap<>();

  Properties(DatasetGraph graph, Catalog catalog, Vocabulary vocabulary) {
    this.graph = graph;
    this.catalog = catalog;
    this.vocabulary = vocabulary;
  }

  /**
   * The properties of the entities of a class, those that most have first. It is used within a read
   * transaction; the graph never changes, and so a class is counted once.
   *
   * @param type its IRI; empty for all entities
   */
  List<Use> of(String type) {
    if (!type.isEmpty() && !catalog.classes().contains(type)) {
      return List.of();
    }
    return uses.computeIfAbsent(type, this::count);
  }

  private List<Use> count(String type) {
    Map<String, Integer> counts = new HashMap<>();
    catalog.each(
        type,
        0,
        Integer.MAX_VALUE,
        entity -> ofEntity(entity).forEach(property -> counts.merge(property, 1, Integer::sum)));
    List<Use> all = new ArrayList<>();
    counts.forEach((property, entities) -> all.add(new Use(property, entities)));
    all.sort(Comparator.comparingInt(Use::entities).reversed().thenComparing(Use::property));
    return List.copyOf(all);
  }

  private Set<String> ofEntity(String entity) {
    Set<String> properties = new HashSet<>();
    Iterator<Quad> quads =
        graph.findNG(Node.ANY, NodeFactory.createURI(entity), Node.ANY, Node.ANY);
    quads.forEachRemaining(quad -> properties.add(quad.getPredicate().getURI()));
    return properties;
  }

  /** Proposes properties for data extension (§7.2 of the specification). */
  ObjectNode propose(String type, int limit, List<String> languages) {
    ObjectNode answer = Json.object();
    ArrayNode properties = answer.putArray("properties");
    of(type.isEmpty() ? "" : vocabulary.termIri(type)).stream()
        .limit(limit)
        .forEach(use -> describe(use.property, languages, properties.addObject()));
    if (!type.isEmpty()) {
      answer.put("type", type);
    }
    return answer.put("limit", limit);
  }

  private void describe(String property, List<String> languages, ObjectNode into) {
    into.put("id", vocabulary.termId(property)).put("name", catalog.label(property, languages));
    String comment = catalog.term(property).comment(languages);
    if (!comment.isEmpty()) {
      into.put("description", comment);
    }
  }
}
