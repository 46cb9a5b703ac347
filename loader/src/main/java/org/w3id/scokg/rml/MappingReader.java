package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.TermMapReader.Position;
import org.w3id.scokg.rml.TriplesMap.JoinCondition;
import org.w3id.scokg.rml.TriplesMap.PredicateObjectMap;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;

/** Reads the triples maps of a mapping graph, and reports all that is wrong with them. */
final class MappingReader {

  private final MappingGraph graph;
  private final Model model;
  private final MappingProblems problems;
  private final TermMapReader terms;
  private final SourceReader sources;

  MappingReader(MappingGraph graph, MappingProblems problems, SourceReader sources) {
    this.graph = graph;
    this.model = graph.model();
    this.problems = problems;
    this.terms = new TermMapReader(graph, problems);
    this.sources = sources;
  }

  /** The triples maps by their nodes, in the order in which they stand in the files. */
  Map<Resource, TriplesMap> read() {
    checkVocabulary();
    Map<Resource, TriplesMap> maps = new LinkedHashMap<>();
    for (Resource node : triplesMapNodes()) {
      triplesMap(node).ifPresent(map -> maps.put(node, map));
    }
    return maps;
  }

  private Set<Resource> triplesMapNodes() {
    Set<Resource> nodes = new LinkedHashSet<>();
    for (IRI property : List.of(Rml.LOGICAL_SOURCE, Rml.SUBJECT_MAP, Rml.SUBJECT)) {
      nodes.addAll(model.filter(null, property, null).subjects());
    }
    nodes.addAll(model.filter(null, RDF.TYPE, Rml.term("TriplesMap")).subjects());
    return nodes;
  }

  /** A term of the RML namespace that RML does not have is a slip, and is never passed over. */
  private void checkVocabulary() {
    Set<String> known = new TreeSet<>();
    Rml.TERMS.forEach(term -> known.add("rml:" + term.getLocalName()));
    for (Statement statement : model) {
      for (Value value : List.of(statement.getPredicate(), statement.getObject())) {
        if (value instanceof IRI term
            && term.getNamespace().equals(Rml.NAMESPACE)
            && !Rml.TERMS.contains(term)) {
          String name = "rml:" + term.getLocalName();
          problems.report(
              statement.getSubject(),
              statement.getPredicate(),
              "'" + name + "' is not a term of RML that is understood here",
              "terms of <" + Rml.NAMESPACE + "> come from RML-Core and RML-IO",
              MappingProblems.didYouMean(name, known));
        }
      }
    }
  }

  private Optional<TriplesMap> triplesMap(Resource node) {
    Optional<LogicalSource> source = logicalSource(node);
    List<Resource> subjectNodes = nodes(node, Rml.SUBJECT_MAP);
    List<TermMap> subjects = terms.readAll(node, Position.SUBJECT);
    int declared = subjectNodes.size() + values(node, Rml.SUBJECT).size();
    if (declared != 1) {
      problems.report(
          node,
          declared == 0
              ? "a triples map without a subject map"
              : "a triples map with " + declared + " subject maps",
          "a triples map has exactly one subject map (RML-Core)",
          declared == 0 ? "add rml:subjectMap" : "keep the one that is meant");
    }
    List<IRI> classes = new ArrayList<>();
    List<TermMap> graphs = new ArrayList<>();
    for (Resource subjectNode : subjectNodes) {
      classes.addAll(classes(subjectNode));
      graphs.addAll(terms.readAll(subjectNode, Position.GRAPH));
    }
    List<PredicateObjectMap> rest =
        nodes(node, Rml.PREDICATE_OBJECT_MAP).stream().map(this::predicateObjectMap).toList();
    if (source.isEmpty() || subjects.size() != 1 || declared != 1) {
      return Optional.empty();
    }
    Optional<String> base = values(node, Rml.BASE_IRI).stream().findFirst().map(Value::stringValue);
    return Optional.of(
        new TriplesMap(node, source.get(), base, subjects.get(0), classes, graphs, rest));
  }

  private Optional<LogicalSource> logicalSource(Resource node) {
    List<Resource> found = nodes(node, Rml.LOGICAL_SOURCE);
    if (found.size() != 1) {
      problems.report(
          node,
          found.isEmpty()
              ? "a triples map without a logical source"
              : "a triples map with " + found.size() + " logical sources",
          "a triples map has exactly one logical source (RML-Core)",
          found.isEmpty() ? "add rml:logicalSource" : "keep the one that is meant");
      return Optional.empty();
    }
    return sources.read(found.get(0));
  }

  private List<IRI> classes(Resource subjectNode) {
    List<IRI> classes = new ArrayList<>();
    for (Value value : values(subjectNode, Rml.CLASS)) {
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
    List<RefObjectMap> parents =
        nodes(node, Rml.OBJECT_MAP).stream()
            .filter(o -> model.contains(o, Rml.PARENT_TRIPLES_MAP, null))
            .map(this::refObjectMap)
            .toList();
    require(node, Rml.PREDICATE_MAP, Rml.PREDICATE, "a predicate");
    require(node, Rml.OBJECT_MAP, Rml.OBJECT, "an object");
    return new PredicateObjectMap(
        predicates, objects, parents, terms.readAll(node, Position.GRAPH));
  }

  private void require(Resource node, IRI property, IRI shortcut, String what) {
    if (values(node, property).isEmpty() && values(node, shortcut).isEmpty()) {
      problems.report(
          node,
          "a predicate-object map without " + what,
          "a predicate-object map has at least one predicate and one object (RML-Core)",
          "add rml:" + property.getLocalName() + " or rml:" + shortcut.getLocalName());
    }
  }

  private RefObjectMap refObjectMap(Resource node) {
    Resource parent = nodes(node, Rml.PARENT_TRIPLES_MAP).stream().findFirst().orElse(node);
    if (!model.contains(parent, Rml.LOGICAL_SOURCE, null)) {
      problems.report(
          node,
          Rml.PARENT_TRIPLES_MAP,
          "the parent triples map " + graph.show(parent) + " is not described",
          "rml:parentTriplesMap names a triples map of this mapping",
          MappingProblems.didYouMean(
              graph.show(parent),
              triplesMapNodes().stream().filter(n -> !n.equals(parent)).map(graph::show).toList()));
    }
    List<JoinCondition> conditions = new ArrayList<>();
    for (Resource join : nodes(node, Rml.JOIN_CONDITION)) {
      Optional<Expression> child = joinSide(join, Rml.CHILD, Rml.CHILD_MAP);
      Optional<Expression> other = joinSide(join, Rml.PARENT, Rml.PARENT_MAP);
      if (child.isPresent() && other.isPresent()) {
        conditions.add(new JoinCondition(child.get(), other.get()));
      }
    }
    return new RefObjectMap(node, parent, conditions);
  }

  private Optional<Expression> joinSide(Resource join, IRI shortcut, IRI property) {
    for (Value value : values(join, shortcut)) {
      return Optional.of(new Expression.Reference(value.stringValue()));
    }
    for (Value value : values(join, property)) {
      return value instanceof Resource map
          ? terms.expression(map)
          : Optional.of(new Constant(value));
    }
    problems.report(
        join,
        "a join condition without rml:" + shortcut.getLocalName(),
        "a join compares a value of the child with a value of the parent (RML-Core)",
        "add rml:" + shortcut.getLocalName());
    return Optional.empty();
  }

  private List<Value> values(Resource node, IRI property) {
    return model.filter(node, property, null).stream().map(Statement::getObject).toList();
  }

  private List<Resource> nodes(Resource node, IRI property) {
    return values(node, property).stream()
        .filter(Resource.class::isInstance)
        .map(Resource.class::cast)
        .toList();
  }
}
