package org.w3id.scokg.validate;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * Refuses predicates, classes and datatypes that the ontology does not declare, and properties used
 * against their declared kind: an {@code owl:ObjectProperty} with a literal, an {@code
 * owl:DatatypeProperty} without.
 */
public final class VocabularyGate {

  private static final String WHY =
      "every predicate and every class of the data is declared in the ontology";

  private final Names names;
  private final Origins origins;
  private final Set<Node> classes = new LinkedHashSet<>();
  private final Set<Node> properties = new LinkedHashSet<>();
  private final Set<Node> objectProperties = new LinkedHashSet<>();
  private final Set<Node> dataProperties = new LinkedHashSet<>();
  private final Set<String> datatypes = new LinkedHashSet<>();

  /**
   * Reads what is declared.
   *
   * @param ontology all files of the ontology in one graph, those that only declare the terms of
   *     others included
   * @param names how messages write terms
   * @param origins where statements come from
   */
  public VocabularyGate(Graph ontology, Names names, Origins origins) {
    this.names = names;
    this.origins = origins;
    ontology.find(Node.ANY, RDF.Nodes.type, Node.ANY).forEach(this::declare);
    properties.addAll(BuiltIns.PROPERTIES);
    classes.addAll(BuiltIns.CLASSES);
  }

  private void declare(Triple declaration) {
    Node kind = declaration.getObject();
    Node term = declaration.getSubject();
    if (kind.equals(OWL2.Class.asNode()) || kind.equals(RDFS.Nodes.Class)) {
      classes.add(term);
    } else if (kind.equals(RDF.Nodes.Property) || isOwlProperty(kind)) {
      properties.add(term);
    }
    if (kind.equals(RDFS.Nodes.Datatype) && term.isURI()) {
      datatypes.add(term.getURI());
    } else if (kind.equals(OWL2.ObjectProperty.asNode())) {
      objectProperties.add(term);
    } else if (kind.equals(OWL2.DatatypeProperty.asNode())) {
      dataProperties.add(term);
    }
  }

  /** All of OWL's kinds of property, {@code owl:TransitiveProperty} as well as the plain ones. */
  private static boolean isOwlProperty(Node kind) {
    return kind.isURI()
        && kind.getURI().startsWith(OWL2.getURI())
        && kind.getURI().endsWith("Property");
  }

  /** Checks the triples of all graphs; the ontology is not data. */
  public List<Diagnostic> check(Graph data) {
    Report report = new Report(names, origins);
    Set<Node> unknownProperties = new LinkedHashSet<>();
    Set<Node> unknownClasses = new LinkedHashSet<>();
    for (Iterator<Triple> triples = data.find(); triples.hasNext(); ) {
      Triple triple = triples.next();
      if (!properties.contains(triple.getPredicate())) {
        unknownProperties.add(triple.getPredicate());
      }
      if (isUnknownClass(triple)) {
        unknownClasses.add(triple.getObject());
      }
      checkKind(triple, report);
      checkDatatype(triple, report);
    }
    unknownProperties.forEach(p -> unknown(p, "property", properties, report));
    unknownClasses.forEach(c -> unknown(c, "class", classes, report));
    return report.list();
  }

  private boolean isUnknownClass(Triple triple) {
    return triple.getPredicate().equals(RDF.Nodes.type) && !classes.contains(triple.getObject());
  }

  private void unknown(Node term, String kind, Set<Node> known, Report report) {
    boolean isClass = kind.equals("class");
    report.add(
        isClass ? report.uses(RDF.Nodes.type, term) : report.uses(term, Node.ANY),
        report.name(term) + " is not a declared " + kind,
        WHY,
        report.didYouMean(term, known) + "declare it there before it is used");
  }

  private void checkKind(Triple triple, Report report) {
    Node property = triple.getPredicate();
    boolean literal = triple.getObject().isLiteral();
    boolean wrong =
        literal
            ? objectProperties.contains(property) && !dataProperties.contains(property)
            : dataProperties.contains(property) && !objectProperties.contains(property);
    if (wrong) {
      report.add(
          report.rows(triple),
          "%s %s %s: the value is %s"
              .formatted(
                  report.name(triple.getSubject()),
                  report.name(property),
                  report.name(triple.getObject()),
                  literal ? "a text, not a thing" : "a thing, not a text"),
          "the ontology declares %s an %s"
              .formatted(
                  report.name(property), literal ? "owl:ObjectProperty" : "owl:DatatypeProperty"),
          "use another property, or give the value as " + (literal ? "an IRI" : "a literal"));
    }
  }

  private void checkDatatype(Triple triple, Report report) {
    if (!triple.getObject().isLiteral()) {
      return;
    }
    String datatype = triple.getObject().getLiteralDatatypeURI();
    boolean isBuiltIn = datatype.startsWith(XSD.getURI()) || datatype.startsWith(RDF.getURI());
    if (!isBuiltIn && !datatypes.contains(datatype)) {
      report.add(
          report.rows(triple),
          "<" + datatype + "> is not a declared datatype",
          "every datatype of the data is XML Schema's, RDF's or declared in the ontology",
          "correct the name of the datatype, or declare it there before it is used");
    }
  }
}
