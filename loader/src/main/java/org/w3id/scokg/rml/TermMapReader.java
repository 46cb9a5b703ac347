package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.Expression.Reference;

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

  /**
   * BCP 47 lets a language have up to eight letters, but none has more than three, and what has
   * more is the name of a language and not its tag.
   */
  private static final Pattern LANGUAGE =
      Pattern.compile("([a-z]{2,3}|[ix])(-|$)", Pattern.CASE_INSENSITIVE);

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final ExpressionReader expressions;
  private final TargetReader targets;
  private final LiteralPartReader parts;

  TermMapReader(
      MappingGraph graph,
      MappingProblems problems,
      ExpressionReader expressions,
      TargetReader targets) {
    this.graph = graph;
    this.problems = problems;
    this.expressions = expressions;
    this.targets = targets;
    this.parts = new LiteralPartReader(graph, problems, expressions);
  }

  /** All term maps of a position that a node has, by property and by constant shortcut. */
  List<TermMap> readAll(Resource owner, Position position) {
    List<TermMap> maps = new ArrayList<>();
    for (Value value : graph.values(owner, position.shortcut())) {
      shortcut(owner, value, position).ifPresent(maps::add);
    }
    for (Value value : graph.values(owner, position.property())) {
      if (value instanceof Resource node) {
        if (!graph.has(node, Rml.PARENT_TRIPLES_MAP)) {
          read(node, position).ifPresent(maps::add);
        }
      } else {
        expressions.reportLiteralMap(owner, position.property(), position.shortcut(), value);
      }
    }
    return maps;
  }

  private Optional<TermMap> shortcut(Resource owner, Value value, Position position) {
    return expressions
        .constant(owner, position.shortcut(), value)
        .filter(c -> checkPosition(owner, position.shortcut(), typeOf(c), position))
        .map(
            c ->
                new TermMap(
                    owner,
                    Optional.of(c),
                    typeOf(c),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
  }

  private static TermType typeOf(Constant constant) {
    return constant.value().isIRI() ? TermType.IRI : TermType.LITERAL;
  }

  private static boolean isOf(Constant constant, TermType type) {
    return constant.value().isIRI() ? type.isIri() : type == TermType.LITERAL;
  }

  private Optional<TermMap> read(Resource node, Position position) {
    Optional<Expression> expression = expressions.read(node);
    Optional<Expression> language = parts.language(node);
    Optional<Expression> datatype = parts.datatype(node);
    List<LogicalTarget> all =
        Stream.concat(Stream.of(node), parts.maps(node))
            .flatMap(n -> targets.of(n).stream())
            .toList();
    if (language.isPresent() && datatype.isPresent()) {
      problems.report(
          node,
          "a literal is given a language and a datatype",
          "a literal with a language has the datatype rdf:langString and no other",
          "remove one of the two");
    }
    boolean isPartOfLiteral = language.isPresent() || datatype.isPresent();
    Optional<TermType> type =
        declaredType(node, expression)
            .orElseGet(() -> Optional.of(usualType(position, expression, isPartOfLiteral)));
    if (expression.isEmpty() && type.isPresent() && type.get() != TermType.BLANK_NODE) {
      expressions.reportMissing(node);
      return Optional.empty();
    }
    if (isPartOfLiteral && type.isPresent() && type.get() != TermType.LITERAL) {
      problems.report(
          node,
          "a language or a datatype is given to a term that is no literal",
          "only literals have a language or a datatype (RML-Core)",
          "remove it, or give the term map rml:termType rml:Literal");
    }
    return type.filter(t -> checkPosition(node, Rml.TERM_TYPE, t, position))
        .map(t -> new TermMap(node, expression, t, language, datatype, all));
  }

  /**
   * The term type that a node states: empty if it states none, and holding empty if a wrong one.
   */
  private Optional<Optional<TermType>> declaredType(
      Resource node, Optional<Expression> expression) {
    Optional<Value> declared = problems.single(node, Rml.TERM_TYPE);
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    Optional<TermType> type = MappingGraph.iri(declared.get()).flatMap(TermType::of);
    if (type.isEmpty()) {
      problems.report(
          node,
          Rml.TERM_TYPE,
          graph.show(declared.get()) + " is not a term type",
          "rml:termType says which kind of RDF term is made",
          "use one of: rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode,"
              + " rml:Literal");
    } else if (expression.orElse(null) instanceof Constant constant
        && !isOf(constant, type.get())) {
      problems.report(
          node,
          Rml.TERM_TYPE,
          "the constant " + graph.show(constant.value()) + " cannot be made a term of another type",
          "a constant is the term itself, and rml:termType changes nothing (RML-Core)",
          "remove rml:termType, or write the constant as such a term");
      return Optional.of(Optional.empty());
    }
    return Optional.of(type);
  }

  private static TermType usualType(
      Position position, Optional<Expression> expression, boolean isPartOfLiteral) {
    if (expression.orElse(null) instanceof Constant constant) {
      return typeOf(constant);
    }
    boolean literal =
        position == Position.OBJECT
            && (isPartOfLiteral || expression.filter(Reference.class::isInstance).isPresent());
    return literal ? TermType.LITERAL : TermType.IRI;
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

  /** Whether a text is a well-formed language tag whose language is one that ISO 639 could have. */
  static boolean isLanguageTag(String tag) {
    try {
      return LANGUAGE.matcher(tag).lookingAt() && new Locale.Builder().setLanguageTag(tag) != null;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
