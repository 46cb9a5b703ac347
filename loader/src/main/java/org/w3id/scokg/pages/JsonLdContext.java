package org.w3id.scokg.pages;

import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/** The names of a project's terms for JSON-LD, made from its ontology. */
final class JsonLdContext {

  private final Content content;

  JsonLdContext(Content content) {
    this.content = content;
  }

  Answer answer() {
    return Answer.of(Representation.JSON_LD.mediaType(), JSON.toString(document()) + "\n")
        .header("Cache-Control", "no-cache");
  }

  /** The context as a document. */
  JsonObject document() {
    JsonObject names = new JsonObject();
    content.site().prefixes().entrySet().stream()
        .filter(prefix -> !prefix.getKey().isEmpty())
        .sorted(Map.Entry.comparingByKey())
        .forEach(prefix -> names.put(prefix.getKey(), prefix.getValue()));
    // A prefix of that name would hide what an identifier is called.
    names.put("id", "@id");
    names.put("type", "@type");
    names.put("label", inLanguages(SKOS.prefLabel.getURI()));
    names.put("altLabel", inLanguages(SKOS.altLabel.getURI()));
    names.put("description", inLanguages(DCTerms.description.getURI()));
    terms(names, OWL.Class.asNode());
    terms(names, OWL.ObjectProperty.asNode());
    terms(names, OWL.DatatypeProperty.asNode());
    JsonObject document = new JsonObject();
    document.put("@context", names);
    return document;
  }

  private static JsonObject inLanguages(String iri) {
    JsonObject definition = new JsonObject();
    definition.put("@id", iri);
    definition.put("@container", "@language");
    return definition;
  }

  private void terms(JsonObject names, Node kind) {
    String space = content.site().termSpace();
    content.graphs().ofClass(kind, RDF.type.asNode()).stream()
        .filter(term -> term.isURI() && term.getURI().startsWith(space))
        .map(Node::getURI)
        .sorted()
        .forEach(iri -> names.put(iri.substring(space.length()), definition(iri, kind)));
  }

  private JsonObject definition(String iri, Node kind) {
    JsonObject definition = new JsonObject();
    definition.put("@id", iri);
    if (kind.equals(OWL.ObjectProperty.asNode())) {
      definition.put("@type", "@id");
    } else if (kind.equals(OWL.DatatypeProperty.asNode())) {
      content
          .graphs()
          .value(NodeFactory.createURI(iri), RDFS.range.asNode())
          .filter(range -> range.isURI() && range.getURI().startsWith(XSD.NS))
          .filter(range -> !range.equals(XSD.xstring.asNode()))
          .ifPresent(range -> definition.put("@type", range.getURI()));
    }
    return definition;
  }
}
