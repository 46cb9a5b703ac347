package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** What facts rest on. It is used within a read transaction; safe for many threads. */
final class Evidence {

  /** How many facts are kept, so that a large graph does not fill the memory. */
  private static final int KEPT = 50_000;

  private final Graphs graphs;
  private final Site site;
  private final Quotations quotations;
  private final Map<Node, Fact> known = new ConcurrentHashMap<>();

  Evidence(Graphs graphs, Site site, Quotations quotations) {
    this.graphs = graphs;
    this.site = site;
    this.quotations = quotations;
  }

  /**
   * A fact.
   *
   * @param iri what identifies it
   * @param sources what it was taken from
   * @param passages where in these
   * @param remarks what the project's own properties tell of it, such as how sure it is
   */
  record Fact(Node iri, List<Node> sources, List<Passage> passages, List<Node> remarks) {
    Fact {
      sources = List.copyOf(sources);
      passages = List.copyOf(passages);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A place in a source.
   *
   * @param start the position of its first character, from 0; empty where it is no passage of text
   * @param end the position after its last character
   * @param fragment what names the place otherwise, such as a row; empty if nothing does
   * @param quotation what stands there, if the text is at hand
   */
  record Passage(
      Optional<String> start, Optional<String> end, String fragment, Optional<String> quotation) {}

  /** Whether a graph is a fact, and not one of the project's own graphs. */
  boolean isFact(Node graph) {
    return graph.isURI() && !graph.getURI().startsWith(site.graphSpace());
  }

  /** Reads what a fact rests on. */
  Fact of(Node fact) {
    Fact read = known.get(fact);
    if (read == null) {
      read = read(fact);
      if (known.size() < KEPT) {
        known.put(fact, read);
      }
    }
    return read;
  }

  private Fact read(Node fact) {
    List<Passage> passages = new ArrayList<>();
    for (Node target : graphs.values(fact, Terms.HAS_TARGET)) {
      for (Node selector : graphs.values(target, Terms.HAS_SELECTOR)) {
        passages.add(passage(target, selector));
      }
    }
    List<Node> remarks =
        graphs.about(fact).stream()
            .filter(s -> s.property().getURI().startsWith(site.termSpace()))
            .filter(s -> s.value().isURI())
            .map(Statement::value)
            .toList();
    return new Fact(fact, List.copyOf(graphs.values(fact, Terms.DERIVED_FROM)), passages, remarks);
  }

  private Passage passage(Node target, Node selector) {
    Optional<String> start = graphs.text(selector, Terms.START);
    Optional<String> end = graphs.text(selector, Terms.END);
    return new Passage(
        start,
        end,
        graphs.text(selector, RDF.value.asNode()).orElse(""),
        start.flatMap(from -> end.flatMap(to -> quote(target, from, to))));
  }

  private Optional<String> quote(Node target, String start, String end) {
    Optional<String> file =
        graphs
            .value(target, Terms.HAS_SOURCE)
            .flatMap(source -> graphs.text(source, Terms.FILE_NAME));
    Optional<String> digest =
        graphs
            .value(target, Terms.CHECKSUM)
            .flatMap(checksum -> graphs.text(checksum, Terms.CHECKSUM_VALUE));
    return file.isEmpty() || digest.isEmpty()
        ? Optional.empty()
        : quotations.of(file.get(), start, end, digest.get());
  }
}
