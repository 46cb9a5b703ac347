package org.w3id.scokg.reconcile;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.scokg.reconcile.ReconciliationQuery.PropertyMapping;
import org.w3id.scokg.reconcile.ReconciliationQuery.Value;

/**
 * Compares what a query knows of a thing with what the graph says of an entity. It is used within a
 * read transaction.
 */
final class PropertyValues {

  /** Types of literals by which an entity may be found. */
  private static final List<XSDDatatype> DATATYPES =
      List.of(
          XSDDatatype.XSDstring,
          XSDDatatype.XSDinteger,
          XSDDatatype.XSDdecimal,
          XSDDatatype.XSDdate,
          XSDDatatype.XSDgYear,
          XSDDatatype.XSDgYearMonth,
          XSDDatatype.XSDanyURI);

  private final DatasetGraph graph;
  private final Vocabulary vocabulary;
  private final ValueSimilarity similarity;

  PropertyValues(DatasetGraph graph, Catalog catalog, Vocabulary vocabulary, Spelling spelling) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.similarity = new ValueSimilarity(catalog, vocabulary, spelling);
  }

  /** The values of an entity's property, each once, in the order of the database. */
  Set<Node> of(String entity, String property) {
    Set<Node> values = new LinkedHashSet<>();
    Iterator<Quad> quads =
        graph.findNG(
            Node.ANY, NodeFactory.createURI(entity), NodeFactory.createURI(property), Node.ANY);
    quads.forEachRemaining(quad -> values.add(quad.getObject()));
    return values;
  }

  /**
   * How well an entity agrees with what is known: the mean over the properties that it has, from 0
   * to 1; empty if it has none of them, which tells nothing.
   */
  OptionalDouble agreement(Entity entity, List<PropertyMapping> known) {
    return known.stream()
        .map(mapping -> agreement(entity, mapping))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  private Optional<Double> agreement(Entity entity, PropertyMapping mapping) {
    Set<Node> actual = of(entity.iri(), mapping.property());
    if (actual.isEmpty() || mapping.values().isEmpty()) {
      return Optional.empty();
    }
    double best = 0;
    for (Value value : mapping.values()) {
      for (Node node : actual) {
        best = Math.max(best, similarity.of(value, node));
      }
    }
    return Optional.of(best);
  }

  /** The IRIs of entities that have a value of a property exactly. */
  Set<String> having(List<PropertyMapping> known, int limit) {
    Set<String> found = new LinkedHashSet<>();
    for (PropertyMapping mapping : known) {
      Node property = NodeFactory.createURI(mapping.property());
      for (Value value : mapping.values()) {
        if (!value.entity().isEmpty()) {
          String iri = vocabulary.entityIri(value.entity());
          add(property, NodeFactory.createURI(iri), found, limit);
        } else {
          for (XSDDatatype type : DATATYPES) {
            add(property, NodeFactory.createLiteralDT(value.text(), type), found, limit);
          }
        }
      }
    }
    return found;
  }

  private void add(Node property, Node value, Set<String> found, int limit) {
    Iterator<Quad> quads = graph.findNG(Node.ANY, Node.ANY, property, value);
    while (quads.hasNext() && found.size() < limit) {
      Node subject = quads.next().getSubject();
      if (subject.isURI() && vocabulary.hasEntity(subject.getURI())) {
        found.add(subject.getURI());
      }
    }
  }
}
