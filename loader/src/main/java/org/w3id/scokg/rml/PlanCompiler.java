package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.w3id.scokg.rml.TriplesMap.PredicateObjectMap;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;
import org.w3id.scokg.rml.TriplesPlan.Links;

/**
 * Compiles a triples map into a plan.
 *
 * @param <T> the form of a term
 */
final class PlanCompiler<T> {

  private final TriplesMap map;
  private final TermCompiler<T> terms;
  private final Function<RefObjectMap, TermGenerator<T>> parents;
  private final Sinks<T> sinks;

  PlanCompiler(
      TriplesMap map,
      TermCompiler<T> terms,
      Function<RefObjectMap, TermGenerator<T>> parents,
      Sinks<T> sinks) {
    this.map = map;
    this.terms = terms;
    this.parents = parents;
    this.sinks = sinks;
  }

  TriplesPlan<T> compile() {
    return map.termMaps().allMatch(m -> m.targets().isEmpty()) ? common() : told();
  }

  /** The plan where all statements go to the common output: as few links as there can be. */
  private TriplesPlan<T> common() {
    List<StatementSink<T>> output = sinks.of(Set.of());
    List<Links<T>> links = new ArrayList<>();
    if (!map.classes().isEmpty()) {
      links.add(new Links<>(type(), classes(), Optional.empty(), output));
    }
    for (PredicateObjectMap link : map.predicateObjectMaps()) {
      TermGenerator<T> objects =
          union(Stream.concat(compiled(link.objects()), link.parents().stream().map(parents)));
      links.add(
          new Links<>(union(compiled(link.predicates())), objects, graphs(link.graphs()), output));
    }
    return new TriplesPlan<>(terms.compile(map.subject()), graphs(map.graphs()), links);
  }

  /**
   * The plan where term maps have targets: a link for each combination of them, since each may have
   * its own.
   */
  private TriplesPlan<T> told() {
    List<Links<T>> links = new ArrayList<>();
    if (!map.classes().isEmpty()) {
      told(List.of(), type(), classes(), map.graphs(), links);
    }
    for (PredicateObjectMap link : map.predicateObjectMaps()) {
      List<TermMap> graphs = Stream.concat(map.graphs().stream(), link.graphs().stream()).toList();
      for (TermMap predicate : link.predicates()) {
        TermGenerator<T> made = terms.compile(predicate);
        for (TermMap object : link.objects()) {
          told(List.of(predicate, object), made, terms.compile(object), graphs, links);
        }
        for (RefObjectMap parent : link.parents()) {
          told(List.of(predicate), made, parents.apply(parent), graphs, links);
        }
      }
    }
    return new TriplesPlan<>(terms.compile(map.subject()), Optional.empty(), links);
  }

  /** Adds the links of a predicate and an object, one for each graph. */
  private void told(
      List<TermMap> maps,
      TermGenerator<T> predicate,
      TermGenerator<T> object,
      List<TermMap> graphs,
      List<Links<T>> links) {
    Set<LogicalTarget> targets = new LinkedHashSet<>(map.subject().targets());
    maps.forEach(m -> targets.addAll(m.targets()));
    if (graphs.isEmpty()) {
      links.add(new Links<>(predicate, object, Optional.empty(), sinks.of(targets)));
    }
    for (TermMap graph : graphs) {
      Set<LogicalTarget> all = new LinkedHashSet<>(targets);
      all.addAll(graph.targets());
      links.add(new Links<>(predicate, object, Optional.of(terms.compile(graph)), sinks.of(all)));
    }
  }

  private TermGenerator<T> type() {
    List<T> type = List.of(sinks.fallback().constant(RDF.TYPE));
    return record -> type;
  }

  private TermGenerator<T> classes() {
    List<T> classes = map.classes().stream().map(sinks.fallback()::constant).toList();
    return record -> classes;
  }

  private Optional<TermGenerator<T>> graphs(List<TermMap> maps) {
    return maps.isEmpty() ? Optional.empty() : Optional.of(union(compiled(maps)));
  }

  private Stream<TermGenerator<T>> compiled(List<TermMap> maps) {
    return maps.stream().map(terms::compile);
  }

  private static <T> TermGenerator<T> union(Stream<TermGenerator<T>> all) {
    List<TermGenerator<T>> generators = all.toList();
    if (generators.size() == 1) {
      return generators.get(0);
    }
    List<T> union = new ArrayList<>();
    return record -> {
      union.clear();
      generators.forEach(generator -> union.addAll(generator.generate(record)));
      return union;
    };
  }
}
