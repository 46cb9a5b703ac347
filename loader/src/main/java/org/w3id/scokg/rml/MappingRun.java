package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.facts.Table;
import org.w3id.scokg.rml.TriplesMap.JoinCondition;
import org.w3id.scokg.rml.TriplesMap.PredicateObjectMap;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;
import org.w3id.scokg.rml.TriplesPlan.Links;

/**
 * One pass of a mapping over its sources: compiles against each header, then streams the records.
 */
final class MappingRun {

  private final MappingGraph graph;
  private final Map<Resource, TriplesMap> maps;
  private final Optional<String> baseIri;
  private final RDFHandler out;
  private final RowListener rows;
  private final Diagnostics problems;
  private final Map<RefObjectMap, JoinIndex> joins = new LinkedHashMap<>();

  MappingRun(
      MappingGraph graph,
      Map<Resource, TriplesMap> maps,
      Optional<String> baseIri,
      RDFHandler out,
      RowListener rows,
      Diagnostics problems) {
    this.graph = graph;
    this.maps = maps;
    this.baseIri = baseIri;
    this.out = out;
    this.rows = rows;
    this.problems = problems;
  }

  void run() {
    Map<LogicalSource.Key, List<TriplesMap>> bySource = new LinkedHashMap<>();
    for (TriplesMap map : maps.values()) {
      bySource.computeIfAbsent(map.source().key(), k -> new ArrayList<>()).add(map);
    }
    for (List<TriplesMap> together : bySource.values()) {
      indexParents(together);
    }
    for (List<TriplesMap> together : bySource.values()) {
      stream(together);
    }
  }

  private void stream(List<TriplesMap> together) {
    read(
        together.get(0).source(),
        table -> {
          List<TriplesPlan> plans = together.stream().map(m -> compile(m, table)).toList();
          table.forEach(
              row -> {
                rows.row(table.name(), row.line());
                for (TriplesPlan plan : plans) {
                  plan.apply(row, out);
                }
              },
              problems);
        });
  }

  /** Opens a source; one that cannot be read is a problem, and the others are still read. */
  private void read(LogicalSource source, Consumer<Table> use) {
    try (Table table = Table.open(source.file(), source.name(), source.dialect())) {
      use.accept(table);
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
    }
  }

  private void indexParents(List<TriplesMap> children) {
    for (TriplesMap child : children) {
      for (PredicateObjectMap link : child.predicateObjectMaps()) {
        for (RefObjectMap reference : link.parents()) {
          if (needsIndex(child, reference)) {
            joins.computeIfAbsent(reference, this::index);
          }
        }
      }
    }
  }

  /** Without a condition, a parent over the same records is its subject map applied to them. */
  private boolean needsIndex(TriplesMap child, RefObjectMap reference) {
    return !reference.conditions().isEmpty()
        || !parent(reference).source().key().equals(child.source().key());
  }

  private TriplesMap parent(RefObjectMap reference) {
    TriplesMap parent = maps.get(reference.parent());
    if (parent == null) {
      throw new IllegalStateException("Bug: the reader let a missing parent pass");
    }
    return parent;
  }

  private JoinIndex index(RefObjectMap reference) {
    TriplesMap parent = parent(reference);
    JoinIndex index = new JoinIndex();
    read(
        parent.source(),
        table -> {
          Compiler compiler = new Compiler(parent, table);
          TermGenerator subject = compiler.terms.compile(parent.subject());
          List<ColumnReader> keys =
              compiler.keys(
                  reference.conditions().stream().map(JoinCondition::parent).toList(),
                  reference.node());
          table.forEach(row -> index.add(keys, row, subject.generate(row)), problem -> {});
        });
    return index;
  }

  private TriplesPlan compile(TriplesMap map, Table table) {
    Compiler compiler = new Compiler(map, table);
    List<TermGenerator> graphs = compiler.all(map.graphs());
    List<Links> links =
        map.predicateObjectMaps().stream()
            .map(
                link ->
                    new Links(
                        compiler.all(link.predicates()),
                        TriplesPlan.union(
                            compiler.all(link.objects()),
                            link.parents().stream().map(p -> compiler.parent(map, p)).toList()),
                        TriplesPlan.union(graphs, compiler.all(link.graphs()))))
            .toList();
    return new TriplesPlan(compiler.terms.compile(map.subject()), map.classes(), graphs, links);
  }

  /** The compilers of one triples map over one table. */
  private final class Compiler {

    private final ExpressionCompiler expressions;
    private final TermCompiler terms;

    Compiler(TriplesMap map, Table table) {
      this.expressions =
          new ExpressionCompiler(
              map.source(), table.header(), new MappingProblems(graph, problems));
      this.terms =
          new TermCompiler(
              expressions,
              new RowProblems(table.name(), graph, problems),
              map.baseIri().or(() -> baseIri));
    }

    List<TermGenerator> all(List<TermMap> termMaps) {
      return termMaps.stream().map(terms::compile).toList();
    }

    List<ColumnReader> keys(List<Expression> sides, Resource node) {
      return sides.stream()
          .map(e -> expressions.compile(e, node, ExpressionCompiler.Encoding.NONE))
          .toList();
    }

    TermGenerator parent(TriplesMap child, RefObjectMap reference) {
      if (!needsIndex(child, reference)) {
        return terms.compile(MappingRun.this.parent(reference).subject());
      }
      JoinIndex index = joins.get(reference);
      if (index == null) {
        throw new IllegalStateException("Bug: a join without its index");
      }
      List<ColumnReader> keys =
          keys(
              reference.conditions().stream().map(JoinCondition::child).toList(), reference.node());
      return row -> index.find(keys, row);
    }
  }
}
