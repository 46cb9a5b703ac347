package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.TriplesMap.JoinCondition;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;

/** Reads referencing object maps and their join conditions (RML-Core, “Joins”). */
final class JoinReader {

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final ExpressionReader expressions;

  JoinReader(MappingGraph graph, MappingProblems problems, ExpressionReader expressions) {
    this.graph = graph;
    this.problems = problems;
    this.expressions = expressions;
  }

  /** The references to other triples maps among the object maps of a node. */
  List<RefObjectMap> readAll(Resource predicateObjectMap) {
    return graph.nodes(predicateObjectMap, Rml.OBJECT_MAP).stream()
        .filter(node -> graph.has(node, Rml.PARENT_TRIPLES_MAP))
        .map(this::read)
        .toList();
  }

  private RefObjectMap read(Resource node) {
    Resource parent =
        problems
            .single(node, Rml.PARENT_TRIPLES_MAP)
            .filter(Value::isResource)
            .map(Resource.class::cast)
            .orElse(node);
    if (!graph.has(parent, Rml.LOGICAL_SOURCE)) {
      problems.report(
          node,
          Rml.PARENT_TRIPLES_MAP,
          "the parent triples map " + graph.show(parent) + " is not described",
          "rml:parentTriplesMap names a triples map of this mapping",
          MappingProblems.didYouMean(
              graph.show(parent),
              graph.model().filter(null, Rml.LOGICAL_SOURCE, null).subjects().stream()
                  .map(graph::show)
                  .toList()));
    }
    List<JoinCondition> conditions = new ArrayList<>();
    for (Resource join : graph.nodes(node, Rml.JOIN_CONDITION)) {
      Optional<Expression> child = side(join, Rml.CHILD, Rml.CHILD_MAP);
      Optional<Expression> other = side(join, Rml.PARENT, Rml.PARENT_MAP);
      if (child.isPresent() && other.isPresent()) {
        conditions.add(new JoinCondition(child.get(), other.get()));
      }
    }
    return new RefObjectMap(node, parent, conditions);
  }

  private Optional<Expression> side(Resource join, IRI shortcut, IRI property) {
    Optional<Value> reference = problems.single(join, shortcut);
    Optional<Value> map = problems.single(join, property);
    if (reference.isPresent() && map.isPresent()) {
      problems.report(
          join,
          shortcut,
          "a join condition with rml:" + shortcut.getLocalName() + " and its long form",
          "a join compares one value of the child with one of the parent (RML-Core)",
          "keep the one that is meant");
    }
    if (reference.isPresent()) {
      return Optional.of(new Reference(reference.get().stringValue()));
    }
    if (map.isPresent()) {
      return map.get() instanceof Resource node
          ? expressions.require(node)
          : map.map(Constant::new);
    }
    if (!VocabularyCheck.hasUnknown(graph, join)) {
      problems.report(
          join,
          "a join condition without rml:" + shortcut.getLocalName(),
          "a join compares a value of the child with a value of the parent (RML-Core)",
          "add rml:" + shortcut.getLocalName());
    }
    return Optional.empty();
  }
}
