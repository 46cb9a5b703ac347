package org.w3id.scokg.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * What an editor of queries may propose: the prefixes of the dataset, and the classes and
 * properties that the ontology declares or the graph uses, as its partitions tell.
 */
final class Completion {

  private static final List<Node> CLASSES = List.of(OWL.Class.asNode(), RDFS.Class.asNode());
  private static final List<Node> PROPERTIES =
      List.of(
          OWL.ObjectProperty.asNode(),
          OWL.DatatypeProperty.asNode(),
          OWL.AnnotationProperty.asNode(),
          RDF.Property.asNode());

  private final Content content;
  private final Visit visit;

  Completion(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
  }

  Answer answer() {
    JsonObject prefixes = new JsonObject();
    new TreeMap<>(content.site().prefixes()).forEach(prefixes::put);
    JsonObject document = new JsonObject();
    document.put("prefixes", prefixes);
    document.put("classes", terms(CLASSES, VOID._class.asNode(), VOID.entities.asNode()));
    document.put("properties", terms(PROPERTIES, VOID.property.asNode(), VOID.triples.asNode()));
    return Answer.of("application/json", JSON.toStringFlat(document) + "\n");
  }

  private JsonArray terms(List<Node> kinds, Node partitioned, Node counted) {
    Map<Node, Long> uses = new TreeMap<>(Comparator.comparing(Node::getURI));
    kinds.stream()
        .flatMap(kind -> content.graphs().ofClass(kind, RDF.type.asNode()).stream())
        .filter(Node::isURI)
        .forEach(term -> uses.put(term, 0L));
    for (Map.Entry<Node, Node> part : content.graphs().pairs(partitioned).entrySet()) {
      if (part.getValue().isURI()) {
        // Of a property there is a partition of all, and one of each class.
        uses.merge(part.getValue(), count(part.getKey(), counted), Math::max);
      }
    }
    JsonArray terms = new JsonArray();
    uses.forEach((term, count) -> terms.add(term(term, count)));
    return terms;
  }

  private long count(Node part, Node counted) {
    Optional<String> number = content.graphs().text(part, counted);
    return number.filter(n -> n.matches("\\d{1,18}")).map(Long::parseLong).orElse(0L);
  }

  private JsonObject term(Node term, long count) {
    JsonObject object = new JsonObject();
    object.put("iri", term.getURI());
    Optional<Label> label = content.labels().name(term, visit.languages());
    label.ifPresent(name -> object.put("label", name.text()));
    content
        .labels()
        .text(term, Terms.DESCRIPTIONS, visit.languages())
        .ifPresent(text -> object.put("about", text.cut(160).text()));
    if (count > 0) {
      object.put("uses", count);
    }
    return object;
  }
}
