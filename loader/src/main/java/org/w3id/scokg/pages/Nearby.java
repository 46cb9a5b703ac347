package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.pages.Problem.Way;
import org.w3id.scokg.reconcile.Names;

/** Finds what somebody may have meant by a name of nothing. */
final class Nearby {

  private static final int SUGGESTED = 5;

  /** To compare the identifiers of more entities takes too long; they are found by name. */
  private static final int COMPARED = 20_000;

  private final Content content;
  private final Visit visit;

  Nearby(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
  }

  /** That nothing has the IRIs that a name may stand for, and what has a similar one. */
  Problem problem(String name) {
    String shown = Addresses.decode(name);
    Set<String> near = new LinkedHashSet<>();
    String base = content.site().base();
    if (shown.startsWith("fact/")) {
      nearest(base + shown, content.sources().named(), near);
    }
    if (shown.startsWith("fact/") || shown.startsWith("source/")) {
      String source = base + "source/" + shown.split("/", -1)[1];
      if (content.sources().facts().containsKey(source)) {
        near.add(source);
      }
      nearest(source, content.sources().facts().keySet(), near);
    } else {
      String space = content.site().entitySpace();
      if (content.names().size() <= COMPARED) {
        nearest(space + shown, content.names().first(COMPARED), near);
      }
      content.names().similar(shown.replace('-', ' ')).stream()
          .map(Names.Found::iri)
          .limit(SUGGESTED)
          .forEach(near::add);
    }
    return new Problem(404, visit.word("problem.nothing", shown), ways(near));
  }

  /** Compares what follows the base of all IRIs, and of that what follows the kind. */
  private void nearest(String iri, Collection<String> known, Set<String> into) {
    int start = iri.indexOf('/', content.site().base().length()) + 1;
    String space = iri.substring(0, start);
    List<String> names =
        known.stream()
            .filter(other -> other.startsWith(space))
            .map(other -> other.substring(start))
            .toList();
    Suggestion.nearest(iri.substring(start), names).ifPresent(name -> into.add(space + name));
  }

  /** Where things are that have some IRIs. */
  private List<Way> ways(Set<String> iris) {
    return Txn.calculateRead(
        content.graphs().dataset(),
        () -> {
          List<Way> ways = new ArrayList<>();
          iris.stream()
              .limit(SUGGESTED)
              .forEach(
                  iri -> {
                    Node node = NodeFactory.createURI(iri);
                    content
                        .address(node, visit)
                        .ifPresent(
                            path -> ways.add(new Way(path, content.label(node, visit).text())));
                  });
          return ways;
        });
  }
}
