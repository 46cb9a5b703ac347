package org.w3id.scokg.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;

/** Gathers what one run of a gate finds, with the rows it concerns. */
final class Report {

  private final Names names;
  private final Origins origins;
  private final List<Diagnostic> problems = new ArrayList<>();

  Report(Names names, Origins origins) {
    this.names = names;
    this.origins = origins;
  }

  /** The problems found, each once, ordered by place. */
  List<Diagnostic> list() {
    return problems.stream().sorted().distinct().toList();
  }

  /** Tells one problem at each of these places. */
  void add(Collection<Location> places, String what, String why, String fix) {
    places.forEach(place -> problems.add(new Diagnostic(place, what, why, fix)));
  }

  String name(Node term) {
    return names.of(term);
  }

  /**
   * Says which known term an unknown one was probably meant to be, as the first half of a fix. Only
   * what follows the prefix is compared, since nobody misspells that and it would count as
   * likeness.
   */
  String didYouMean(Node term, Collection<Node> known) {
    String name = name(term);
    String prefix = name.substring(0, name.indexOf(':') + 1);
    List<String> others =
        known.stream()
            .map(names::of)
            .filter(other -> other.startsWith(prefix))
            .map(other -> other.substring(prefix.length()))
            .toList();
    return Suggestion.nearest(name.substring(prefix.length()), others)
        .map(nearest -> "did you mean " + prefix + nearest + "? Otherwise ")
        .orElse("");
  }

  /** The rows that state a triple, in whatever graph; failing that, where its subject stands. */
  List<Location> rows(Triple triple) {
    return rows(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** The rows of a pattern; failing that, where its subject stands. */
  List<Location> rows(Node graph, Node subject, Node predicate, Node object) {
    List<Location> rows = all(graph, subject, predicate, object);
    return rows.isEmpty() ? List.of(home(subject)) : rows;
  }

  /** The rows in which a property or a class is used; failing that, its name. */
  List<Location> uses(Node predicate, Node object) {
    List<Location> rows = all(Node.ANY, Node.ANY, predicate, object);
    Node term = predicate.equals(RDF.Nodes.type) ? object : predicate;
    return rows.isEmpty() ? List.of(Location.of(name(term))) : rows;
  }

  /** The rows of a pattern, and none if none is known. */
  List<Location> all(Node graph, Node subject, Node predicate, Node object) {
    return origins.of(graph, subject, predicate, object).stream().distinct().sorted().toList();
  }

  /**
   * The one place to look at for a thing: the row that gives it its type, else the first that
   * speaks of it, else its name, since a place must not be made up.
   */
  Location home(Node thing) {
    return Stream.of(
            Triple.create(thing, RDF.Nodes.type, Node.ANY),
            Triple.create(thing, Node.ANY, Node.ANY),
            Triple.create(Node.ANY, Node.ANY, thing))
        .flatMap(
            t -> all(Node.ANY, t.getSubject(), t.getPredicate(), t.getObject()).stream().limit(1))
        .findFirst()
        .orElseGet(() -> Location.of(name(thing)));
  }
}
