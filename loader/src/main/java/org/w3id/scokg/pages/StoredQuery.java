package org.w3id.scokg.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * A question that is kept in the graph (SHACL Advanced Features, “SPARQL-based executables”).
 *
 * @param node what identifies it
 * @param name what it is asked for by
 * @param text SPARQL
 * @param target the endpoint that it is to be asked at, where that is another one
 */
record StoredQuery(Node node, String name, String text, Optional<String> target) {

  /** All that there are, in the order of their names. */
  static List<StoredQuery> all(Content content) {
    return content.graphs().ofClass(Terms.EXECUTABLE, RDF.type.asNode()).stream()
        .filter(node -> node.isURI() && node.getURI().startsWith(space(content)))
        .flatMap(node -> read(node, content).stream())
        .sorted(Comparator.comparing(StoredQuery::name))
        .toList();
  }

  /** The one of a name. */
  static Optional<StoredQuery> named(String name, Content content) {
    return read(NodeFactory.createURI(space(content) + name), content);
  }

  private static String space(Content content) {
    return content.site().base() + "query/";
  }

  private static Optional<StoredQuery> read(Node node, Content content) {
    return Terms.QUERY_TEXTS.stream()
        .flatMap(property -> content.graphs().text(node, property).stream())
        .findFirst()
        .map(
            text ->
                new StoredQuery(
                    node,
                    node.getURI().substring(space(content).length()),
                    text,
                    content
                        .graphs()
                        .value(node, Terms.TARGET)
                        .filter(target -> target.isURI() && !isOurs(target, content))
                        .map(Node::getURI)));
  }

  /** Whether an endpoint is that of the dataset, wherever the public reaches it. */
  private static boolean isOurs(Node target, Content content) {
    Node dataset = NodeFactory.createURI(content.site().dataset());
    return content.graphs().values(dataset, VOID.sparqlEndpoint.asNode()).contains(target);
  }

  Label title(Content content, Visit visit) {
    return content.label(node, visit);
  }

  /** What the answer holds. */
  Optional<Label> description(Content content, Visit visit) {
    return content.labels().text(node, List.of(RDFS.comment.asNode()), visit.languages());
  }
}
