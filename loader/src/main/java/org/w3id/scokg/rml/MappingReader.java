package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.w3id.scokg.rml.TermMapReader.Position;
import org.w3id.scokg.rml.TriplesMap.PredicateObjectMap;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;

/** Reads the triples maps of a mapping graph, and reports all that is wrong with them. */
final class MappingReader {

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final SourceReader sources;
  private final TargetReader targets;
  private final TermMapReader terms;
  private final JoinReader joins;

  MappingReader(MappingGraph graph, MappingProblems problems, MappingOptions options) {
    ExpressionReader expressions = new ExpressionReader(graph, problems);
    this.graph = graph;
    this.problems = problems;
    this.sources = new SourceReader(graph, problems, options);
    this.targets = new TargetReader(graph, problems, options);
    this.terms = new TermMapReader(graph, problems, expressions, targets);
    this.joins = new JoinReader(graph, problems, expressions);
  }

  /** The triples maps by their nodes, in the order in which they stand in the files. */
  Map<Resource, TriplesMap> read() {
    new VocabularyCheck(graph, problems).check();
    Map<Resource, TriplesMap> maps = new LinkedHashMap<>();
    for (Resource node : triplesMapNodes()) {
      triplesMap(node).ifPresent(map -> maps.put(node, map));
    }
    maps.values().forEach(map -> checkJoins(map, maps));
    targets.refuseInputs(maps.values().stream().map(TriplesMap::source).toList());
    return maps;
  }

  private Set<Resource> triplesMapNodes() {
    Set<Resource> nodes = new LinkedHashSet<>();
    for (IRI property : List.of(Rml.LOGICAL_SOURCE, Rml.SUBJECT_MAP, Rml.SUBJECT)) {
      nodes.addAll(graph.model().filter(null, property, null).subjects());
    }
    nodes.addAll(graph.model().filter(null, RDF.TYPE, Rml.term("TriplesMap")).subjects());
    return nodes;
  }

  private Optional<TriplesMap> triplesMap(Resource node) {
    Optional<LogicalSource> source = logicalSource(node);
    Optional<TermMap> subject = subject(node);
    List<IRI> classes = new ArrayList<>();
    List<TermMap> graphs = new ArrayList<>();
    for (Resource subjectNode : graph.nodes(node, Rml.SUBJECT_MAP)) {
      classes.addAll(classes(subjectNode));
      graphs.addAll(terms.readAll(subjectNode, Position.GRAPH));
    }
    List<PredicateObjectMap> rest =
        graph.nodes(node, Rml.PREDICATE_OBJECT_MAP).stream().map(this::predicateObjectMap).toList();
    Optional<String> base = problems.single(node, Rml.BASE_IRI).map(Value::stringValue);
    if (source.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TriplesMap(node, source.get(), base, subject.get(), classes, graphs, rest));
  }

  private Optional<TermMap> subject(Resource node) {
    List<TermMap> subjects = terms.readAll(node, Position.SUBJECT);
    int declared =
        graph.values(node, Rml.SUBJECT_MAP).size() + graph.values(node, Rml.SUBJECT).size();
    if (declared == 1) {
      return subjects.stream().findFirst();
    }
    if (declared > 1 || !VocabularyCheck.hasUnknown(graph, node)) {
      problems.report(
          node,
          declared == 0
              ? "a triples map without a subject map"
              : "a triples map with " + declared + " subject maps",
          "a triples map has exactly one subject map (RML-Core)",
          declared == 0 ? "add rml:subjectMap" : "keep the one that is meant");
    }
    return Optional.empty();
  }

  private Optional<LogicalSource> logicalSource(Resource node) {
    List<Resource> found = graph.nodes(node, Rml.LOGICAL_SOURCE);
    if (found.size() == 1) {
      return sources.read(found.get(0));
    }
    if (found.size() > 1 || !VocabularyCheck.hasUnknown(graph, node)) {
      problems.report(
          node,
          found.isEmpty()
              ? "a triples map without a logical source"
              : "a triples map with " + found.size() + " logical sources",
          "a triples map has exactly one logical source (RML-Core)",
          found.isEmpty() ? "add rml:logicalSource" : "keep the one that is meant");
    }
    return Optional.empty();
  }

  private List<IRI> classes(Resource subjectNode) {
    List<IRI> classes = new ArrayList<>();
    for (Value value : graph.values(subjectNode, Rml.CLASS)) {
      MappingGraph.iri(value)
          .ifPresentOrElse(
              classes::add,
              () ->
                  problems.report(
                      subjectNode,
                      Rml.CLASS,
                      graph.show(value) + " is not a class",
                      "rml:class names a class by its IRI",
                      "give its IRI"));
    }
    return classes;
  }

  private PredicateObjectMap predicateObjectMap(Resource node) {
    List<TermMap> predicates = terms.readAll(node, Position.PREDICATE);
    List<TermMap> objects = terms.readAll(node, Position.OBJECT);
    List<RefObjectMap> parents = joins.readAll(node);
    require(node, Rml.PREDICATE_MAP, Rml.PREDICATE, "a predicate");
    require(node, Rml.OBJECT_MAP, Rml.OBJECT, "an object");
    return new PredicateObjectMap(
        predicates, objects, parents, terms.readAll(node, Position.GRAPH));
  }

  private void require(Resource node, IRI property, IRI shortcut, String what) {
    if (!graph.has(node, property)
        && !graph.has(node, shortcut)
        && !VocabularyCheck.hasUnknown(graph, node)) {
      problems.report(
          node,
          "a predicate-object map without " + what,
          "a predicate-object map has at least one predicate and one object (RML-Core)",
          "add rml:" + property.getLocalName() + " or rml:" + shortcut.getLocalName());
    }
  }

  /** Records of one source cannot be told to belong to those of another without a condition. */
  private void checkJoins(TriplesMap child, Map<Resource, TriplesMap> maps) {
    for (PredicateObjectMap link : child.predicateObjectMaps()) {
      for (RefObjectMap reference : link.parents()) {
        TriplesMap parent = maps.get(reference.parent());
        if (parent != null
            && !graph.has(reference.node(), Rml.JOIN_CONDITION)
            && !parent.source().key().equals(child.source().key())) {
          problems.report(
              reference.node(),
              Rml.PARENT_TRIPLES_MAP,
              "the parent triples map " + graph.show(parent.node()) + " has another source",
              "where the sources differ, a join condition says which records belong together"
                  + " (RML-Core)",
              "add rml:joinCondition");
        }
      }
    }
  }
}
