package org.w3id.scokg.pages;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/** What a server adds to a project's description of its dataset: where it is, and how much. */
final class DatasetDescription {

  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String FORMATS = "https://www.iana.org/assignments/media-types/";

  private final Content content;
  private final Dumps dumps;
  private final Figures figures;
  private final Node dataset;

  DatasetDescription(Content content, Dumps dumps, Figures figures) {
    this.content = content;
    this.dumps = dumps;
    this.figures = figures;
    this.dataset = NodeFactory.createURI(content.site().dataset());
  }

  /**
   * The triples.
   *
   * @param origin the server's address, without a slash at its end
   */
  Set<Triple> triples(String origin) {
    Set<Triple> triples = new LinkedHashSet<>();
    add(triples, dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    add(triples, dataset, RDF.type.asNode(), VOID.Dataset.asNode());
    add(triples, dataset, dcat("version"), text(content.site().buildId()));
    add(
        triples,
        dataset,
        VOID.sparqlEndpoint.asNode(),
        NodeFactory.createURI(origin + content.site().endpoint()));
    if (figures.statements() > 0) {
      add(triples, dataset, VOID.triples.asNode(), number(figures.statements()));
    }
    add(triples, dataset, VOID.entities.asNode(), number(content.names().size()));
    dumps.files().forEach(file -> distribution(triples, origin, file));
    classes(triples);
    return triples;
  }

  /** As they were counted when the graph was built, else as far as things have names. */
  private void classes(Set<Triple> triples) {
    Map<Node, Node> counted = content.graphs().pairs(VOID._class.asNode());
    if (counted.isEmpty()) {
      content.names().classes().forEach((type, count) -> partition(triples, type, count));
    }
    counted.forEach(
        (part, type) -> {
          add(triples, dataset, VOID.classPartition.asNode(), part);
          add(triples, part, VOID._class.asNode(), type);
          content
              .graphs()
              .value(part, VOID.entities.asNode())
              .ifPresent(count -> add(triples, part, VOID.entities.asNode(), count));
        });
  }

  private void distribution(Set<Triple> triples, String origin, Dumps.File file) {
    if (file.content().isEmpty()) {
      return;
    }
    Node address = NodeFactory.createURI(origin + "/dumps/" + file.name());
    Node node = NodeFactory.createURI(content.site().dataset() + "#" + file.name());
    add(triples, dataset, DCAT.distribution.asNode(), node);
    add(triples, dataset, VOID.dataDump.asNode(), address);
    add(triples, node, RDF.type.asNode(), DCAT.Distribution.asNode());
    add(triples, node, DCTerms.title.asNode(), text(file.name()));
    add(triples, node, DCAT.downloadURL.asNode(), address);
    add(triples, node, DCAT.accessURL.asNode(), NodeFactory.createURI(origin + "/dumps/"));
    add(triples, node, dcat("version"), text(content.site().buildId()));
    content
        .graphs()
        .values(dataset, DCTerms.license.asNode())
        .forEach(licence -> add(triples, node, DCTerms.license.asNode(), licence));
    add(triples, node, DCAT.byteSize.asNode(), number(file.size()));
    add(
        triples,
        node,
        DCAT.mediaType.asNode(),
        NodeFactory.createURI(FORMATS + file.content().orElse("")));
    add(
        triples,
        node,
        DCAT.compressFormat.asNode(),
        NodeFactory.createURI(FORMATS + "application/gzip"));
    if (!file.sha256().isEmpty()) {
      Node checksum = NodeFactory.createURI(node.getURI() + "-sha256");
      add(triples, node, spdx("checksum"), checksum);
      add(triples, checksum, RDF.type.asNode(), spdx("Checksum"));
      add(triples, checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
      add(
          triples,
          checksum,
          spdx("checksumValue"),
          NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
    }
  }

  private void partition(Set<Triple> triples, String type, int count) {
    String name = DigestUtils.sha256Hex(type);
    Node node = NodeFactory.createURI(content.site().dataset() + "#class-" + name.substring(0, 12));
    add(triples, dataset, VOID.classPartition.asNode(), node);
    add(triples, node, VOID._class.asNode(), NodeFactory.createURI(type));
    add(triples, node, VOID.entities.asNode(), number(count));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }

  private static Node dcat(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/dcat#" + name);
  }

  private static Node spdx(String name) {
    return NodeFactory.createURI(SPDX + name);
  }

  private static void add(Set<Triple> triples, Node subject, Node property, Node value) {
    triples.add(Triple.create(subject, property, value));
  }
}
