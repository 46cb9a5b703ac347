package org.w3id.scokg.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The names and classes of a graph's entities, and what its classes and properties are called. */
final class Catalog {

  /** What gives a thing the name to show. */
  private static final List<Node> PREFERRED =
      List.of(SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());

  private static final List<Node> ALTERNATIVE =
      List.of(
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode(),
          DCTerms.alternative.asNode(),
          NodeFactory.createURI("https://schema.org/alternateName"));

  private static final List<Node> COMMENTS =
      List.of(RDFS.comment.asNode(), SKOS.definition.asNode());

  private final DatasetGraph graph;
  private final Vocabulary vocabulary;
  private final Spelling spelling;
  private final Map<String, Set<String>> superclasses = new HashMap<>();
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Term> terms = new TreeMap<>();

  private Catalog(DatasetGraph graph, Vocabulary vocabulary, Spelling spelling) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.spelling = spelling;
  }

  /** Reads a graph, within a read transaction of the caller's. */
  static Catalog read(DatasetGraph graph, Vocabulary vocabulary, Spelling spelling) {
    Catalog catalog = new Catalog(graph, vocabulary, spelling);
    catalog.readTerms();
    catalog.readEntities();
    return catalog;
  }

  Collection<Entity> entities() {
    return entities.values();
  }

  Optional<Entity> entity(String iri) {
    return Optional.ofNullable(entities.get(iri));
  }

  /** A class or property, without a label where the graph does not describe it. */
  Term term(String iri) {
    return terms.getOrDefault(iri, new Term(iri, Map.of(), Map.of()));
  }

  /** What a class or property is called in the first of some languages, else its identifier. */
  String label(String iri, List<String> languages) {
    return term(iri).label(languages, vocabulary.termId(iri));
  }

  /** The classes that entities have. */
  Set<String> classes() {
    Set<String> classes = new HashSet<>();
    entities.values().forEach(entity -> classes.addAll(entity.types()));
    return classes;
  }

  private void readTerms() {
    Map<String, Map<String, String>> labels = new HashMap<>();
    Map<String, Map<String, String>> comments = new HashMap<>();
    each(List.of(RDFS.label.asNode()), (term, text) -> put(labels, term, text));
    each(COMMENTS, (term, text) -> put(comments, term, text));
    labels.forEach(
        (iri, texts) -> terms.put(iri, new Term(iri, texts, comments.getOrDefault(iri, Map.of()))));
    each(List.of(RDFS.subClassOf.asNode()), this::addSuperclass);
  }

  private void put(Map<String, Map<String, String>> texts, String iri, Node text) {
    if (text.isLiteral() && !vocabulary.hasEntity(iri)) {
      texts
          .computeIfAbsent(iri, i -> new TreeMap<>())
          .putIfAbsent(text.getLiteralLanguage(), text.getLiteralLexicalForm());
    }
  }

  private void addSuperclass(String iri, Node superclass) {
    if (superclass.isURI() && !superclass.getURI().equals(iri)) {
      superclasses.computeIfAbsent(iri, i -> new LinkedHashSet<>()).add(superclass.getURI());
    }
  }

  private void readEntities() {
    Map<String, Set<String>> types = new HashMap<>();
    each(
        List.of(RDF.type.asNode()),
        (iri, type) -> {
          if (vocabulary.hasEntity(iri) && type.isURI() && !type.equals(OWL.Thing.asNode())) {
            types.computeIfAbsent(iri, i -> new HashSet<>()).add(type.getURI());
          }
        });
    Map<String, List<Name>> names = new TreeMap<>();
    each(PREFERRED, (iri, text) -> addName(names, iri, text, true));
    each(ALTERNATIVE, (iri, text) -> addName(names, iri, text, false));
    names.forEach(
        (iri, all) -> {
          Set<String> classes = types.getOrDefault(iri, Set.of());
          entities.put(iri, new Entity(iri, all, classes, mostSpecific(classes)));
        });
  }

  private void addName(Map<String, List<Name>> names, String iri, Node text, boolean isPreferred) {
    if (!vocabulary.hasEntity(iri) || !text.isLiteral()) {
      return;
    }
    List<Name> known = names.computeIfAbsent(iri, i -> new ArrayList<>());
    String label = text.getLiteralLexicalForm();
    String language = text.getLiteralLanguage();
    if (known.stream().noneMatch(n -> n.text().equals(label) && n.language().equals(language))) {
      known.add(Name.of(label, language, isPreferred, spelling));
    }
  }

  /** What of some classes follows from no other of them, in order. */
  List<String> mostSpecific(Set<String> classes) {
    Set<String> implied = new HashSet<>();
    classes.forEach(type -> addAncestors(type, implied));
    // Two classes that imply each other would both be left out.
    List<String> specific =
        classes.stream().filter(type -> !implied.contains(type)).sorted().toList();
    return specific.isEmpty() ? classes.stream().sorted().toList() : specific;
  }

  private void addAncestors(String type, Set<String> into) {
    for (String superclass : superclasses.getOrDefault(type, Set.of())) {
      if (into.add(superclass)) {
        addAncestors(superclass, into);
      }
    }
  }

  private void each(List<Node> predicates, BiConsumer<String, Node> taker) {
    for (Node predicate : predicates) {
      Iterator<Quad> quads = graph.findNG(Node.ANY, Node.ANY, predicate, Node.ANY);
      while (quads.hasNext()) {
        Quad quad = quads.next();
        if (quad.getSubject().isURI()) {
          taker.accept(quad.getSubject().getURI(), quad.getObject());
        }
      }
    }
  }
}
