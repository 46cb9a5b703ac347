package org.w3id.scokg.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.w3id.scokg.infer.Materialization;

class OntologyTest {

  private static final String PREFIXES =
      """
      PREFIX owl:  <http://www.w3.org/2002/07/owl#>
      PREFIX rdf:  <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
      PREFIX :     <http://example.org/>
      """;

  @Test
  void ontologyIsOwl2Dl() throws OWLOntologyCreationException {
    assertThat(violations("")).isEmpty();
  }

  @Test
  void undeclaredPropertyWouldBeNoticed() throws OWLOntologyCreationException {
    String broken =
        """
        :C a owl:Class ; rdfs:subClassOf [
            a owl:Restriction ; owl:onProperty :undeclared ; owl:someValuesFrom owl:Thing ] .
        """;
    assertThat(violations(broken)).containsExactly("UseOfUndeclaredObjectProperty");
  }

  @Test
  void rangeOutsideTheDatatypeMapWouldBeNoticed() throws OWLOntologyCreationException {
    assertThat(violations(":p a owl:DatatypeProperty ; rdfs:range xsd:date ."))
        .containsExactly("UseOfUndeclaredDatatype");
  }

  private static List<String> violations(String turtle) throws OWLOntologyCreationException {
    OWLOntology ontology = OntologyFiles.owlWith(PREFIXES + turtle);
    return new OWL2DLProfile()
        .checkOntology(ontology).getViolations().stream()
            .map(v -> v.getClass().getSimpleName())
            .toList();
  }

  @Test
  void everyClassCanHaveInstances() throws OWLOntologyCreationException {
    Reasoner reasoner = reasoner(OntologyFiles.owlWith(""));
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
  }

  @Test
  void instanceOfTwoDisjointClassesWouldBeNoticed() throws OWLOntologyCreationException {
    List<OWLClass> disjoint =
        OntologyFiles.owlWith("")
            .axioms(AxiomType.DISJOINT_CLASSES)
            .findFirst()
            .orElseThrow()
            .classesInSignature()
            .limit(2)
            .toList();
    String both = "<http://example.org/x> a %s , %s .".formatted(disjoint.get(0), disjoint.get(1));
    assertThat(reasoner(OntologyFiles.owlWith(both)).isConsistent()).isFalse();
  }

  @Test
  void inferenceConcludesWhatHermitConcludes() throws OWLOntologyCreationException {
    Graph ontology = OntologyFiles.graph();
    Graph data = SampleData.of(ontology);
    StringWriter triples = new StringWriter();
    RDFDataMgr.write(triples, data, Lang.NTRIPLES);

    Set<String> actual = new TreeSet<>();
    Graph inferred = Materialization.of(ontology).apply(data);
    Stream.concat(data.stream(), inferred.stream()).map(OntologyTest::line).forEach(actual::add);
    assertThat(actual)
        .containsExactlyInAnyOrderElementsOf(
            conclusions(OntologyFiles.owlWith(triples.toString())));
  }

  /** All that HermiT says of the made-up individuals, less what is true of anything. */
  private static Set<String> conclusions(OWLOntology owl) {
    Reasoner reasoner = reasoner(owl);
    Set<String> lines = new TreeSet<>();
    for (OWLNamedIndividual subject : owl.individualsInSignature().toList()) {
      if (subject.getIRI().getIRIString().startsWith(SampleData.NAMESPACE)) {
        reasoner
            .getTypes(subject, false)
            .entities()
            .filter(c -> !c.isOWLThing())
            .forEach(c -> lines.add(subject + " <" + RDF.type + "> " + c));
        for (OWLObjectProperty property : owl.objectPropertiesInSignature().toList()) {
          reasoner
              .getObjectPropertyValues(subject, property)
              .entities()
              .forEach(object -> lines.add(subject + " " + property + " " + object));
        }
      }
    }
    return lines;
  }

  private static String line(Triple triple) {
    return "<%s> <%s> <%s>"
        .formatted(triple.getSubject(), triple.getPredicate().getURI(), triple.getObject());
  }

  private static Reasoner reasoner(OWLOntology ontology) {
    return new Reasoner(new Configuration(), ontology);
  }
}
