package org.w3id.scokg.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;

/**
 * A tiny project written in TriG. Its rows are as easy to see as its graphs: what the graph {@code
 * fact:F7} states comes from line 7 of facts.csv, and its evidence from line 7 of register.csv.
 */
final class Example {

  static final String BASE = "https://example.org/";

  static final Names NAMES =
      new Names(
          Map.of(
              "ex", BASE + "ontology#",
              "id", BASE + "id/",
              "fact", BASE + "fact/c/",
              "source", BASE + "source/",
              "graph", BASE + "graph/",
              "oa", "http://www.w3.org/ns/oa#",
              "prov", "http://www.w3.org/ns/prov#",
              "spdx", "http://spdx.org/rdf/terms#"));

  private static final Pattern FACT = Pattern.compile("/F([0-9]+)");

  private Example() {}

  private static String prefixed(String text) {
    return NAMES.prefixes().entrySet().stream()
        .map(e -> "PREFIX " + e.getKey() + ": <" + e.getValue() + ">\n")
        .collect(Collectors.joining("", "", text));
  }

  static DatasetGraph dataset(String trig) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    // Unchecked, since some examples hold malformed literals.
    RDFParser.fromString(prefixed(trig), Lang.TRIG).base(BASE).checking(false).parse(dataset);
    return dataset;
  }

  static Graph graph(String turtle) {
    Graph graph = new GraphMem2Fast();
    RDFParser.fromString(prefixed(turtle), Lang.TURTLE).checking(false).parse(graph);
    return graph;
  }

  /** All named graphs of a dataset in one. */
  static Graph union(DatasetGraph dataset) {
    Graph union = new GraphMem2Fast();
    GraphUtil.addInto(union, dataset.getUnionGraph());
    return union;
  }

  /** All graphs of a dataset in one, the default graph included. */
  static Graph triples(DatasetGraph dataset) {
    Graph triples = union(dataset);
    GraphUtil.addInto(triples, dataset.getDefaultGraph());
    return triples;
  }

  static NamedGraphs graphs(DatasetGraph dataset) {
    return new NamedGraphs() {
      @Override
      public Set<Node> names() {
        return Iter.toSet(dataset.listGraphNodes());
      }

      @Override
      public Graph graph(Node name) {
        return dataset.getGraph(name);
      }

      @Override
      public Graph defaultGraph() {
        return dataset.getDefaultGraph();
      }
    };
  }

  static Origins origins(DatasetGraph dataset) {
    return (graph, subject, predicate, object) ->
        dataset.stream(graph, subject, predicate, object).map(Example::row).toList();
  }

  private static Location row(Quad quad) {
    Node graph = quad.getGraph();
    if (quad.isDefaultGraph()) {
      return Location.of("loose.csv", 2);
    }
    Matcher fact = FACT.matcher(graph.getURI());
    if (fact.find()) {
      return Location.of("facts.csv", Long.parseLong(fact.group(1)));
    }
    Matcher evidence = FACT.matcher(quad.getSubject().toString());
    return evidence.find()
        ? Location.of("register.csv", Long.parseLong(evidence.group(1)))
        : Location.of("sources.csv", 2);
  }

  /** Problems as a user reads them. */
  static String text(List<Diagnostic> problems) {
    return problems.stream().map(d -> d + "\n").collect(Collectors.joining());
  }
}
