package org.w3id.scokg;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * What {@code ontology/dataset.ttl} says of the dataset (VoID, DCAT, SHACL prefix declarations).
 *
 * @param iri the dataset
 * @param title its title in English where it has one, else in any language
 * @param base what every IRI of the project starts with ({@code void:uriSpace})
 * @param prefixes the namespaces that readers may abbreviate, by prefix ({@code sh:declare})
 * @param languages the languages of its texts, the main one first ({@code dcterms:language})
 * @param endpoint where the public queries it, if that is said ({@code void:sparqlEndpoint})
 */
public record Dataset(
    Node iri,
    String title,
    String base,
    Map<String, String> prefixes,
    List<String> languages,
    Optional<String> endpoint) {

  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  /** Copies the prefixes and languages. */
  public Dataset {
    prefixes = Map.copyOf(prefixes);
    languages = List.copyOf(languages);
  }

  /** A graph of the project's own, such as {@code graph/inferred}. */
  public Node graph(String name) {
    return NodeFactory.createURI(graphSpace() + name);
  }

  /** What the names of the project's own graphs start with; other graphs hold facts. */
  public String graphSpace() {
    return base + "graph/";
  }

  /** What the identifiers of entities start with. */
  public String entitySpace() {
    return base + "id/";
  }

  /** What the IRIs of the project's own classes and properties start with. */
  public String termSpace() {
    return base + "ontology#";
  }

  /** An IRI with the longest prefix that fits, or in angle brackets. */
  public String shorten(String text) {
    return prefixes.entrySet().stream()
        .filter(e -> text.startsWith(e.getValue()) && text.length() > e.getValue().length())
        .filter(e -> text.substring(e.getValue().length()).matches("[\\p{L}\\p{N}_.-]*"))
        .max(Comparator.comparingInt(e -> e.getValue().length()))
        .map(e -> e.getKey() + ":" + text.substring(e.getValue().length()))
        .orElse("<" + text + ">");
  }

  static Dataset read(Path file, String name) {
    Diagnostics problems = new Diagnostics();
    List<Triple> triples = TurtleFile.read(file, name, "urn:x-base:", problems);
    problems.throwIfAny();
    Triple space =
        triples.stream()
            .filter(t -> t.predicateMatches(VOID.uriSpace.asNode()))
            .findFirst()
            .orElseThrow(() -> missing(name));
    Node dataset = space.getSubject();
    Map<String, String> prefixes = new TreeMap<>();
    objects(triples, dataset, NodeFactory.createURI(SHACL + "declare"))
        .forEach(
            declaration ->
                text(triples, declaration, SHACL + "prefix")
                    .ifPresent(
                        prefix ->
                            text(triples, declaration, SHACL + "namespace")
                                .ifPresent(namespace -> prefixes.put(prefix, namespace))));
    String title =
        objects(triples, dataset, DCTerms.title.asNode())
            .sorted(Comparator.comparing(t -> !t.getLiteralLanguage().startsWith("en")))
            .map(Node::getLiteralLexicalForm)
            .findFirst()
            .orElse(dataset.getURI());
    List<String> languages =
        objects(triples, dataset, DCTerms.language.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .toList();
    String base = space.getObject().getLiteralLexicalForm();
    Optional<String> endpoint =
        objects(triples, dataset, VOID.sparqlEndpoint.asNode())
            .filter(Node::isURI)
            .map(Node::getURI)
            .findFirst();
    return new Dataset(dataset, title, base, prefixes, languages, endpoint);
  }

  private static InputException missing(String name) {
    return new InputException(
        new Diagnostic(
            Location.of(name),
            "the dataset has no void:uriSpace",
            "every IRI of the project starts with the base that it names",
            "add void:uriSpace \"https://…/\" to the dataset"));
  }

  private static Stream<Node> objects(List<Triple> triples, Node subject, Node predicate) {
    return triples.stream()
        .filter(t -> t.getSubject().equals(subject) && t.predicateMatches(predicate))
        .map(Triple::getObject);
  }

  private static Optional<String> text(List<Triple> triples, Node subject, String predicate) {
    return objects(triples, subject, NodeFactory.createURI(predicate))
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }
}
