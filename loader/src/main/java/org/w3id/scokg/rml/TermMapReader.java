package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;
import org.w3id.scokg.rml.Expression.Template;

/** Reads term maps: what a node of the mapping says about the making of one term. */
final class TermMapReader {

  /** The place a term has in a statement, which decides what it may be. */
  enum Position {
    SUBJECT("a subject", "an IRI or a blank node", "subject"),
    PREDICATE("a predicate", "an IRI", "predicate"),
    OBJECT("an object", "an IRI, a blank node or a literal", "object"),
    GRAPH("a graph name", "an IRI or a blank node", "graph");

    private final String name;
    private final String kinds;
    private final String shortcut;

    Position(String name, String kinds, String shortcut) {
      this.name = name;
      this.kinds = kinds;
      this.shortcut = shortcut;
    }

    /** The property whose value is a constant. */
    IRI shortcut() {
      return Rml.term(shortcut);
    }

    /** The property whose value is a term map. */
    IRI property() {
      return Rml.term(shortcut + "Map");
    }

    boolean allows(TermType type) {
      return switch (this) {
        case OBJECT -> true;
        case PREDICATE -> type.isIri();
        case SUBJECT, GRAPH -> type != TermType.LITERAL;
      };
    }
  }

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final Set<Resource> open = new LinkedHashSet<>();

  TermMapReader(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** All term maps of a position that a node has, by property and by constant shortcut. */
  List<TermMap> readAll(Resource owner, Position position) {
    List<TermMap> maps = new ArrayList<>();
    for (Value value : objects(owner, position.shortcut())) {
      constant(owner, position.shortcut(), value, position).ifPresent(maps::add);
    }
    for (Value value : objects(owner, position.property())) {
      if (value instanceof Resource node) {
        if (!graph.model().contains(node, Rml.PARENT_TRIPLES_MAP, null)) {
          read(node, position).ifPresent(maps::add);
        }
      } else {
        problems.report(
            owner,
            position.property(),
            "rml:" + position.property().getLocalName() + " has the literal " + graph.show(value),
            "a term map is a node that says how to make a term",
            "for a constant write rml:" + position.shortcut().getLocalName());
      }
    }
    return maps;
  }

  private Optional<TermMap> constant(Resource owner, IRI property, Value value, Position position) {
    TermType type =
        value.isIRI() ? TermType.IRI : value.isBNode() ? TermType.BLANK_NODE : TermType.LITERAL;
    if (!checkPosition(owner, property, type, position)) {
      return Optional.empty();
    }
    return Optional.of(
        new TermMap(
            owner, Optional.of(new Constant(value)), type, Optional.empty(), Optional.empty()));
  }

  private Optional<TermMap> read(Resource node, Position position) {
    Optional<Expression> expression = expression(node);
    Optional<Expression> language = literalPart(node, Rml.LANGUAGE, Rml.LANGUAGE_MAP);
    Optional<Expression> datatype = literalPart(node, Rml.DATATYPE, Rml.DATATYPE_MAP);
    language.ifPresent(l -> checkLanguage(node, l));
    if (language.isPresent() && datatype.isPresent()) {
      problems.report(
          node,
          "a literal is given a language and a datatype",
          "a literal with a language has the datatype rdf:langString and no other",
          "remove one of the two");
    }
    Optional<TermType> type = termType(node, position, expression, language, datatype);
    if (expression.isEmpty() && type.isPresent() && type.get() != TermType.BLANK_NODE) {
      if (!hasTemplate(node) && !hasUnknownTerm(node)) {
        problems.report(
            node,
            "a term map without a value",
            "a term map has one of rml:constant, rml:reference and rml:template",
            "add the one that is meant");
      }
      return Optional.empty();
    }
    return type.filter(t -> checkPosition(node, Rml.TERM_TYPE, t, position))
        .map(t -> new TermMap(node, expression, t, language, datatype));
  }

  private Optional<TermType> termType(
      Resource node,
      Position position,
      Optional<Expression> expression,
      Optional<Expression> language,
      Optional<Expression> datatype) {
    Optional<Value> declared = objects(node, Rml.TERM_TYPE).stream().findFirst();
    if (declared.isPresent()) {
      Optional<TermType> type = MappingGraph.iri(declared.get()).flatMap(TermType::of);
      if (type.isEmpty()) {
        problems.report(
            node,
            Rml.TERM_TYPE,
            graph.show(declared.get()) + " is not a term type",
            "rml:termType says which kind of RDF term is made",
            "use one of: rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode,"
                + " rml:Literal");
      }
      return type;
    }
    if (expression.isPresent() && expression.get() instanceof Constant c) {
      return Optional.of(
          c.value().isIRI()
              ? TermType.IRI
              : c.value().isBNode() ? TermType.BLANK_NODE : TermType.LITERAL);
    }
    boolean literal =
        position == Position.OBJECT
            && (language.isPresent()
                || datatype.isPresent()
                || expression.filter(Reference.class::isInstance).isPresent());
    return Optional.of(literal ? TermType.LITERAL : TermType.IRI);
  }

  private boolean checkPosition(Resource node, IRI property, TermType type, Position position) {
    if (position.allows(type)) {
      return true;
    }
    problems.report(
        node,
        property,
        position.name + " would be a " + (type == TermType.LITERAL ? "literal" : "blank node"),
        position.name + " is " + position.kinds,
        "give the term map another rml:termType, or move it where such a term may stand");
    return false;
  }

  /** The one expression of a node, empty where it has none or an unusable one. */
  Optional<Expression> expression(Resource node) {
    List<Expression> found = new ArrayList<>();
    for (Value value : objects(node, Rml.CONSTANT)) {
      found.add(new Constant(value));
    }
    for (Value value : objects(node, Rml.REFERENCE)) {
      found.add(new Reference(value.stringValue()));
    }
    for (Value value : objects(node, Rml.TEMPLATE)) {
      template(node, value.stringValue()).ifPresent(found::add);
    }
    if (found.size() > 1) {
      problems.report(
          node,
          "a term map with " + found.size() + " values",
          "a term map has one of rml:constant, rml:reference and rml:template, once",
          "keep the one that is meant");
    }
    return found.stream().findFirst();
  }

  /** A template that cannot be read has been reported. */
  private boolean hasTemplate(Resource node) {
    return graph.model().contains(node, Rml.TEMPLATE, null);
  }

  /** A misspelt property has been reported, and may be the very value that is missing. */
  private boolean hasUnknownTerm(Resource node) {
    return graph.model().filter(node, null, null).stream()
        .map(Statement::getPredicate)
        .anyMatch(p -> p.getNamespace().equals(Rml.NAMESPACE) && !Rml.TERMS.contains(p));
  }

  private Optional<Expression> template(Resource node, String text) {
    Optional<Expression> template = Template.parse(text).map(t -> t);
    if (template.isEmpty()) {
      problems.report(
          node,
          Rml.TEMPLATE,
          "the template '" + text + "' has a brace without its other",
          "a template holds references as {name}; a brace that is text is written \\{ or \\}",
          "close the brace, or write a backslash before it");
    }
    return template;
  }

  private Optional<Expression> literalPart(Resource node, IRI shortcut, IRI property) {
    for (Value value : objects(node, shortcut)) {
      return Optional.of(new Constant(value));
    }
    for (Value value : objects(node, property)) {
      if (value instanceof Resource map) {
        if (!open.add(map)) {
          problems.report(
              map,
              property,
              "a term map that contains itself",
              "a map is made of parts that are made before it",
              "let rml:" + property.getLocalName() + " point at a node of its own");
          return Optional.empty();
        }
        try {
          literalPart(map, shortcut, property);
          return expression(map);
        } finally {
          open.remove(map);
        }
      }
    }
    return Optional.empty();
  }

  private void checkLanguage(Resource node, Expression language) {
    if (language instanceof Constant c && !isLanguageTag(c.value().stringValue())) {
      problems.report(
          node,
          Rml.LANGUAGE,
          "'" + c.value().stringValue() + "' is not a language tag",
          "language tags are well-formed as in BCP 47",
          "write a tag such as 'en' or 'zh-Hans'");
    }
  }

  static boolean isLanguageTag(String tag) {
    try {
      return !tag.isEmpty() && new Locale.Builder().setLanguageTag(tag) != null;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private List<Value> objects(Resource node, IRI property) {
    return graph.model().filter(node, property, null).stream().map(Statement::getObject).toList();
  }
}
