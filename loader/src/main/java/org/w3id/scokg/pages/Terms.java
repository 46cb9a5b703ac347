package org.w3id.scokg.pages;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The terms that the pages know: those of the standards that every project's graph is written in.
 */
final class Terms {

  /** What gives a thing the name to show, the best first. */
  static final List<Node> NAMES =
      List.of(SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());

  /** What gives a thing another name. */
  static final List<Node> OTHER_NAMES = List.of(SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());

  /** What tells in a sentence what a thing is. */
  static final List<Node> DESCRIPTIONS =
      List.of(DCTerms.description.asNode(), SKOS.definition.asNode(), RDFS.comment.asNode());

  static final Node DERIVED_FROM = term("http://www.w3.org/ns/prov#wasDerivedFrom");
  static final Node HAS_TARGET = term("http://www.w3.org/ns/oa#hasTarget");
  static final Node HAS_SOURCE = term("http://www.w3.org/ns/oa#hasSource");
  static final Node HAS_SELECTOR = term("http://www.w3.org/ns/oa#hasSelector");
  static final Node START = term("http://www.w3.org/ns/oa#start");
  static final Node END = term("http://www.w3.org/ns/oa#end");
  static final Node CHECKSUM = term("http://spdx.org/rdf/terms#checksum");
  static final Node CHECKSUM_VALUE = term("http://spdx.org/rdf/terms#checksumValue");
  static final Node FILE_NAME = term("http://spdx.org/rdf/terms#fileName");
  static final Node EXECUTABLE = term("http://www.w3.org/ns/shacl#SPARQLExecutable");
  static final Node TARGET = term("https://schema.org/target");

  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  /** Where the text of a query is, by its form. */
  static final List<Node> QUERY_TEXTS =
      List.of(
          term(SHACL + "select"),
          term(SHACL + "construct"),
          term(SHACL + "ask"),
          term(SHACL + "describe"));

  private Terms() {}

  private static Node term(String iri) {
    return NodeFactory.createURI(iri);
  }
}
