package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The reference of the project's classes and properties, made from the ontology itself. */
final class OntologyPage {

  /** What is told of a term besides its name and meaning, each under words of its own. */
  private static final Map<String, Node> RELATIONS =
      Map.of(
          "term.super", RDFS.subClassOf.asNode(),
          "term.superproperty", RDFS.subPropertyOf.asNode(),
          "term.domain", RDFS.domain.asNode(),
          "term.range", RDFS.range.asNode(),
          "term.inverse", OWL.inverseOf.asNode(),
          "term.equivalent", OWL.equivalentClass.asNode(),
          "term.equivalentproperty", OWL.equivalentProperty.asNode());

  private final Content content;
  private final Visit visit;
  private final Node ontology;
  private final Map<Node, List<Node>> subclasses = new HashMap<>();
  private final Map<Node, List<Node>> properties = new HashMap<>();

  OntologyPage(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
    String space = content.site().termSpace();
    this.ontology = NodeFactory.createURI(space.substring(0, space.length() - 1));
  }

  Answer answer() {
    Label title = content.label(ontology, visit);
    return new Layout(content)
        .page(visit, title, Optional.of("/ontology"), html -> write(html, title));
  }

  private void write(Html html, Label title) {
    Writing writing = new Writing(content, visit, html);
    html.open("h1");
    title.write(html, visit);
    html.closeLine();
    text(html, ontology, "p");
    List<Node> classes = terms(List.of(OWL.Class.asNode(), RDFS.Class.asNode()));
    List<Node> all =
        terms(
            List.of(
                OWL.ObjectProperty.asNode(),
                OWL.DatatypeProperty.asNode(),
                OWL.AnnotationProperty.asNode(),
                RDF.Property.asNode()));
    index(classes, RDFS.subClassOf.asNode(), subclasses);
    index(all, RDFS.domain.asNode(), properties);
    html.open("p")
        .link("#classes", visit.word("ontology.classes"))
        .text(" (" + classes.size() + ") · ");
    html.link("#properties", visit.word("ontology.properties"))
        .text(" (" + all.size() + ")")
        .closeLine();
    section(html, writing, "classes", classes);
    section(html, writing, "properties", all);
    writing.takeAway("/ontology", ontology.getURI());
  }

  /** The terms of some kinds, in the order of their names. */
  private List<Node> terms(List<Node> kinds) {
    String space = content.site().termSpace();
    return kinds.stream()
        .flatMap(kind -> content.graphs().ofClass(kind, RDF.type.asNode()).stream())
        .filter(term -> term.isURI() && term.getURI().startsWith(space))
        .distinct()
        .sorted(
            Comparator.comparing((Node term) -> content.label(term, visit).text())
                .thenComparing(Node::getURI))
        .toList();
  }

  private void index(List<Node> terms, Node property, Map<Node, List<Node>> into) {
    for (Node term : terms) {
      for (Node value : content.graphs().values(term, property)) {
        into.computeIfAbsent(value, v -> new ArrayList<>()).add(term);
      }
    }
  }

  private void section(Html html, Writing writing, String name, List<Node> terms) {
    html.element("h2", visit.word("ontology." + name), "id", name);
    terms.forEach(term -> term(html, writing, term));
  }

  private void term(Html html, Writing writing, Node term) {
    String name = term.getURI().substring(content.site().termSpace().length());
    html.open("section", "id", name).open("h3");
    content.label(term, visit).write(html, visit);
    html.text(" ").element("code", name).closeLine();
    text(html, term, "p");
    html.open("small");
    RELATIONS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            relation ->
                related(
                    html,
                    writing,
                    relation.getKey(),
                    content.graphs().values(term, relation.getValue())));
    related(html, writing, "term.sub", subclasses.getOrDefault(term, List.of()));
    related(html, writing, "term.properties", properties.getOrDefault(term, List.of()));
    html.close().closeLine();
  }

  private void related(Html html, Writing writing, String key, Iterable<Node> terms) {
    boolean isFirst = true;
    for (Node term : terms) {
      if (term.isURI() && !term.equals(OWL.Thing.asNode())) {
        html.text(isFirst ? visit.word(key) + " " : ", ");
        writing.thing(term);
        isFirst = false;
      }
    }
    html.text(isFirst ? "" : ". ");
  }

  private void text(Html html, Node term, String element) {
    content
        .labels()
        .text(term, Terms.DESCRIPTIONS, visit.languages())
        .ifPresent(
            text -> {
              html.open(element);
              text.write(html, visit);
              html.closeLine();
            });
  }
}
