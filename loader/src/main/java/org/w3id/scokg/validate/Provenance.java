package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads what the provenance graph says of facts and sources.
 *
 * @param name the graph's IRI
 * @param graph its triples
 */
record Provenance(Node name, Graph graph) {

  private static final Comparator<Node> BY_TERM = NodeCmp::compareRDFTerms;

  /** All that has evidence and does not itself serve as evidence. */
  Set<Node> facts() {
    Set<Node> facts = new TreeSet<>(BY_TERM);
    facts.addAll(subjects(Evidence.DERIVED_FROM));
    facts.addAll(subjects(Evidence.HAS_TARGET));
    facts.removeIf(
        f ->
            graph.contains(Node.ANY, Evidence.DERIVED_FROM, f)
                || graph.contains(Node.ANY, Evidence.HAS_SOURCE, f));
    return facts;
  }

  /** All that facts are derived from or that has a file. */
  Set<Node> sources() {
    Set<Node> sources = new TreeSet<>(BY_TERM);
    for (Node predicate : List.of(Evidence.DERIVED_FROM, Evidence.HAS_SOURCE)) {
      graph.find(Node.ANY, predicate, Node.ANY).forEach(t -> sources.add(t.getObject()));
    }
    sources.addAll(subjects(Evidence.FILE_NAME));
    return sources;
  }

  private List<Node> subjects(Node predicate) {
    return graph.find(Node.ANY, predicate, Node.ANY).mapWith(Triple::getSubject).toList();
  }

  boolean isDescribed(Node thing) {
    return graph.contains(thing, Node.ANY, Node.ANY);
  }

  boolean isA(Node thing, Node type) {
    return graph.contains(thing, RDF.Nodes.type, type);
  }

  /** What stands beside a thing: the described IRIs that differ from its in the last part. */
  List<Node> beside(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : "";
    String parent = iri.substring(0, iri.lastIndexOf('/') + 1);
    return graph
        .find(Node.ANY, RDF.Nodes.type, Node.ANY)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .filter(Node::isURI)
        .filter(n -> n.getURI().startsWith(parent) && n.getURI().indexOf('#') < 0)
        .distinct()
        .toList();
  }

  List<Node> values(Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(BY_TERM)
        .toList();
  }

  /** The only literal value; empty if there is none or more than one. */
  Optional<String> text(Node subject, Node predicate) {
    List<Node> values = values(subject, predicate);
    return values.size() == 1 && values.get(0).isLiteral()
        ? Optional.of(values.get(0).getLiteralLexicalForm())
        : Optional.empty();
  }

  /** The SHA-256 a thing is stated to have, in lower-case digits. */
  Optional<String> digest(Node thing) {
    return values(thing, Evidence.CHECKSUM).stream()
        .flatMap(checksum -> text(checksum, Evidence.CHECKSUM_VALUE).stream())
        .map(digits -> digits.toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** The span a selector stands for, if it has one start and one end, both numbers. */
  Optional<Span> span(Node selector) {
    Optional<Long> start = position(selector, Evidence.START);
    Optional<Long> end = position(selector, Evidence.END);
    return start.flatMap(s -> end.map(e -> new Span(s, e)));
  }

  private Optional<Long> position(Node selector, Node predicate) {
    // Nine digits are enough for any text that fits a string.
    return text(selector, predicate).filter(t -> t.matches("[0-9]{1,9}")).map(Long::valueOf);
  }

  /** The parts of a source that may be cited; none if all of it may. */
  List<Span> body(Node source) {
    return values(source, Evidence.HAS_SELECTOR).stream()
        .flatMap(selector -> span(selector).stream())
        .toList();
  }
}
