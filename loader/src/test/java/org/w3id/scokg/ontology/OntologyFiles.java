package org.w3id.scokg.ontology;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.NTriplesDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;

/** Reads the files of {@code ontology/} that hold axioms, for Jena and for the OWL API. */
final class OntologyFiles {

  private static final Path FOLDER = Path.of("../ontology");
  private static final List<String> FILES =
      List.of("ontology.ttl", "vocabulary.ttl", "alignments.ttl");

  private OntologyFiles() {}

  /** All axioms in one graph. */
  static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    FILES.forEach(f -> RDFParser.source(FOLDER.resolve(f)).parse(graph));
    return graph;
  }

  /** All axioms in one ontology, and these statements, in Turtle, added. */
  static OWLOntology owlWith(String turtle) throws OWLOntologyCreationException {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    OWLOntology merged = manager.createOntology();
    // Parsed as one document: what one file declares, another may use.
    Graph graph = graph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    StringWriter triples = new StringWriter();
    RDFDataMgr.write(triples, graph, Lang.NTRIPLES);
    OWLOntology read =
        manager.loadOntologyFromOntologyDocument(
            new StringDocumentSource(
                triples.toString(), "urn:ontology", new NTriplesDocumentFormat(), null));
    merged.addAxioms(read.axioms());
    return merged;
  }
}
