package org.w3id.scokg.rml;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.facts.Row;

/**
 * A triples map compiled against the header of its table: what to make of each record.
 *
 * @param subject makes the subject
 * @param classes the subject's classes
 * @param graphs make the names of the graphs its class statements go to
 * @param links make the rest of the statements
 */
record TriplesPlan(
    TermGenerator subject, List<IRI> classes, List<TermGenerator> graphs, List<Links> links) {

  private static final ValueFactory STATEMENTS = SimpleValueFactory.getInstance();

  /** A compiled predicate-object map, its graphs joined with those of the subject. */
  record Links(
      List<TermGenerator> predicates, List<TermGenerator> objects, List<TermGenerator> graphs) {}

  /** Pushes all statements of a record. */
  void apply(Row row, RDFHandler out) {
    for (Value value : subject.generate(row)) {
      Resource node = (Resource) value;
      List<Value> names = classes.isEmpty() ? List.of() : all(graphs, row);
      for (IRI type : classes) {
        push(node, RDF.TYPE, type, graphs.isEmpty(), names, out);
      }
      for (Links link : links) {
        apply(link, node, row, out);
      }
    }
  }

  private static void apply(Links link, Resource subject, Row row, RDFHandler out) {
    List<Value> predicates = all(link.predicates, row);
    List<Value> objects = predicates.isEmpty() ? List.of() : all(link.objects, row);
    if (objects.isEmpty()) {
      return;
    }
    List<Value> names = all(link.graphs, row);
    for (Value predicate : predicates) {
      for (Value object : objects) {
        push(subject, (IRI) predicate, object, link.graphs.isEmpty(), names, out);
      }
    }
  }

  private static List<Value> all(List<TermGenerator> generators, Row row) {
    if (generators.size() == 1) {
      return generators.get(0).generate(row);
    }
    return generators.stream().flatMap(g -> g.generate(row).stream()).toList();
  }

  private static void push(
      Resource subject,
      IRI predicate,
      Value object,
      boolean isDefault,
      List<Value> graphs,
      RDFHandler out) {
    if (isDefault) {
      out.handleStatement(STATEMENTS.createStatement(subject, predicate, object));
    }
    for (Value graph : graphs) {
      out.handleStatement(
          graph.equals(Rml.DEFAULT_GRAPH)
              ? STATEMENTS.createStatement(subject, predicate, object)
              : STATEMENTS.createStatement(subject, predicate, object, (Resource) graph));
    }
  }

  /** The graphs of a predicate-object map: its own and those of its subject. */
  static List<TermGenerator> union(List<TermGenerator> left, List<TermGenerator> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }
}
