package org.w3id.scokg.server;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.WebContent;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * Says what an endpoint can do and what it holds (SPARQL 1.1 Service Description).
 *
 * @param endpoint the address that queries are sent to
 * @param data what it holds
 */
record ServiceDescription(String endpoint, DatasetSummary data) {

  /** The form it is given in where nothing else is asked for. */
  static final MediaType TURTLE = MediaType.create(WebContent.contentTypeTurtle);

  /** The forms it can be given in. */
  static final AcceptList FORMS =
      AcceptList.create(
          WebContent.contentTypeTurtle,
          WebContent.contentTypeJSONLD,
          WebContent.contentTypeRDFXML,
          WebContent.contentTypeNTriples);

  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  /** Writes the description in one of {@link #FORMS}. */
  byte[] write(MediaType form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(model())
        .lang(RDFLanguages.contentTypeToLang(form.getContentTypeStr()))
        .output(out);
    return out.toByteArray();
  }

  private Model model() {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(
        Map.of("sd", SD, "formats", FORMATS, "void", VOID.NS, "rdfs", RDFS.getURI()));
    Resource service =
        model
            .createResource(endpoint, sd("Service"))
            .addProperty(property("endpoint"), model.createResource(endpoint))
            .addProperty(property("supportedLanguage"), sd("SPARQL11Query"))
            .addProperty(property("defaultDataset"), dataset(model));
    if (data.unionDefaultGraph()) {
      service.addProperty(property("feature"), sd("UnionDefaultGraph"));
    }
    for (String format :
        new String[] {
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD",
          "TriG",
          "N-Quads"
        }) {
      service.addProperty(property("resultFormat"), model.createResource(FORMATS + format));
    }
    return model;
  }

  private Resource dataset(Model model) {
    Resource dataset =
        model
            .createResource(endpoint + "#dataset", sd("Dataset"))
            .addProperty(
                property("defaultGraph"),
                graph(model.createResource(endpoint + "#default-graph"), data.triples()));
    for (Node described : data.described()) {
      // Its classes and properties are counted in the store, in the words of VoID.
      Resource known = model.createResource(described.getURI(), VOID.Dataset);
      known.addProperty(VOID.sparqlEndpoint, model.createResource(endpoint));
      dataset.addProperty(RDFS.seeAlso, known);
    }
    data.graphs()
        .forEach(
            (name, triples) ->
                dataset.addProperty(property("namedGraph"), named(model, name, triples)));
    if (data.graphs().size() < data.graphCount()) {
      dataset.addProperty(
          RDFS.comment,
          "Listed are the %d largest of %d named graphs; all: SELECT ?g { GRAPH ?g {} }"
              .formatted(data.graphs().size(), data.graphCount()),
          "en");
    }
    return dataset;
  }

  private static Resource named(Model model, Node name, long triples) {
    RDFNode graphName = model.asRDFNode(name);
    return model
        .createResource(sd("NamedGraph"))
        .addProperty(property("name"), graphName)
        .addProperty(property("graph"), graph(model.createResource(), triples));
  }

  private static Resource graph(Resource graph, long triples) {
    return graph
        .addProperty(RDF.type, sd("Graph"))
        .addProperty(VOID.triples, Long.toString(triples), XSDDatatype.XSDinteger);
  }

  private static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
