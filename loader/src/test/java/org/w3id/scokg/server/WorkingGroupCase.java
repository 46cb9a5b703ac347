package org.w3id.scokg.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/**
 * A case of the W3C's SPARQL working groups: a query, and what it is asked of.
 *
 * @param name its address, below those of all cases
 * @param query the address of the query
 * @param data the addresses of the documents of the default graph
 * @param named the addresses of the documents that are named graphs
 */
record WorkingGroupCase(String name, String query, Set<String> data, Set<String> named) {

  /** Where the cases are, as addresses of theirs have it. */
  private static final String BASE = "http://example.org/cases/";

  private static final String MANIFEST =
      "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QUERY = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

  private static final Set<String> EVALUATION =
      Set.of("QueryEvaluationTest", "CSVResultFormatTest");
  private static final Set<String> SYNTAX =
      Set.of(
          "PositiveSyntaxTest",
          "NegativeSyntaxTest",
          "PositiveSyntaxTest11",
          "NegativeSyntaxTest11");

  /**
   * The cases that a manifest and those it includes list, but for those of folders that are not of
   * queries alone; those that ask of the same data stand one after the other.
   */
  static List<WorkingGroupCase> in(String manifest, Set<String> without) {
    List<WorkingGroupCase> cases = new ArrayList<>();
    collect(BASE + manifest, without, cases);
    cases.sort((a, b) -> (a.data + " " + a.named).compareTo(b.data + " " + b.named));
    return cases;
  }

  private static void collect(String manifest, Set<String> without, List<WorkingGroupCase> cases) {
    if (without.stream().anyMatch(folder -> manifest.contains("/" + folder + "/"))) {
      return;
    }
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(open(manifest)).lang(Lang.TURTLE).base(manifest).parse(model);
    for (RDFNode included : items(model, "include")) {
      collect(included.asResource().getURI(), without, cases);
    }
    for (RDFNode entry : items(model, "entries")) {
      Resource test = entry.asResource();
      String type = test.getProperty(RDF.type).getResource().getLocalName();
      Resource action = test.getProperty(manifest("action")).getResource();
      if (EVALUATION.contains(type)) {
        cases.add(
            new WorkingGroupCase(
                name(test, manifest),
                action.getProperty(query("query")).getResource().getURI(),
                addresses(action, "data"),
                addresses(action, "graphData")));
      } else if (SYNTAX.contains(type) && action.isURIResource()) {
        cases.add(new WorkingGroupCase(name(test, manifest), action.getURI(), Set.of(), Set.of()));
      }
    }
  }

  private static String name(Resource test, String manifest) {
    String folder = manifest.substring(BASE.length(), manifest.lastIndexOf('/'));
    String id = Objects.toString(test.getURI(), "#unnamed");
    return folder + "#" + id.substring(id.lastIndexOf('#') + 1);
  }

  private static Set<String> addresses(Resource action, String property) {
    Set<String> addresses = new TreeSet<>();
    action
        .listProperties(query(property))
        .forEach(
            statement -> {
              if (statement.getObject().isURIResource()) {
                addresses.add(statement.getResource().getURI());
              }
            });
    return addresses;
  }

  private static List<RDFNode> items(Model model, String property) {
    Set<RDFNode> items = new LinkedHashSet<>();
    model
        .listObjectsOfProperty(manifest(property))
        .forEach(list -> items.addAll(list.as(RDFList.class).asJavaList()));
    return List.copyOf(items);
  }

  private static Property manifest(String name) {
    return ResourceFactory.createProperty(MANIFEST, name);
  }

  private static Property query(String name) {
    return ResourceFactory.createProperty(QUERY, name);
  }

  private static InputStream open(String address) {
    return Objects.requireNonNull(
        WorkingGroupCase.class.getResourceAsStream("/" + address.substring(BASE.length())),
        address);
  }

  /** The query, which takes what is relative in it for a neighbour of its own. */
  String text() {
    try (InputStream in = open(query)) {
      return "BASE <" + query + ">\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what is asked of. */
  void readInto(DatasetGraph dataset) {
    data.forEach(document -> parser(document).parse(dataset.getDefaultGraph()));
    named.forEach(
        document -> parser(document).parse(dataset.getGraph(NodeFactory.createURI(document))));
  }

  private static RDFParserBuilder parser(String document) {
    return RDFParser.source(open(document))
        .lang(RDFLanguages.filenameToLang(document, Lang.TURTLE))
        .base(document);
  }

  @Override
  public String toString() {
    return name;
  }
}
