package org.w3id.scokg.rml;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.rml.Expression.Constant;

/** Reads language maps and datatype maps: what a literal has besides its text (RML-Core). */
final class LiteralPartReader {

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final ExpressionReader expressions;

  LiteralPartReader(MappingGraph graph, MappingProblems problems, ExpressionReader expressions) {
    this.graph = graph;
    this.problems = problems;
    this.expressions = expressions;
  }

  /** The language of the literals that a term map makes. */
  Optional<Expression> language(Resource termMap) {
    Optional<Expression> language = part(termMap, Rml.LANGUAGE, Rml.LANGUAGE_MAP);
    language.ifPresent(l -> checkLanguage(termMap, l));
    return language;
  }

  /** The datatype of the literals that a term map makes. */
  Optional<Expression> datatype(Resource termMap) {
    Optional<Expression> datatype = part(termMap, Rml.DATATYPE, Rml.DATATYPE_MAP);
    datatype.ifPresent(d -> checkDatatype(termMap, d));
    return datatype;
  }

  /** The nodes of the language maps and datatype maps of a term map. */
  Stream<Resource> maps(Resource termMap) {
    return Stream.of(Rml.LANGUAGE_MAP, Rml.DATATYPE_MAP)
        .flatMap(property -> graph.nodes(termMap, property).stream());
  }

  private Optional<Expression> part(Resource termMap, IRI shortcut, IRI property) {
    Optional<Value> constant = problems.single(termMap, shortcut);
    if (constant.isPresent()) {
      return expressions.constant(termMap, shortcut, constant.get()).map(c -> c);
    }
    Optional<Value> map = problems.single(termMap, property);
    if (map.isEmpty() || !(map.get() instanceof Resource node)) {
      map.ifPresent(v -> expressions.reportLiteralMap(termMap, property, shortcut, v));
      return Optional.empty();
    }
    if (Stream.of(Rml.LANGUAGE, Rml.LANGUAGE_MAP, Rml.DATATYPE, Rml.DATATYPE_MAP)
        .anyMatch(p -> graph.has(node, p))) {
      problems.report(
          node,
          "a language map or datatype map has a language or a datatype itself",
          "it makes a language tag or the IRI of a datatype",
          "let rml:" + property.getLocalName() + " point at a node of its own");
      return Optional.empty();
    }
    return expressions.require(node);
  }

  private void checkLanguage(Resource termMap, Expression language) {
    if (language instanceof Constant c && !TermMapReader.isLanguageTag(c.value().stringValue())) {
      problems.report(
          termMap,
          Rml.LANGUAGE,
          "'" + c.value().stringValue() + "' is not a language tag",
          "language tags are well-formed as in BCP 47",
          "write a tag such as 'en' or 'zh-Hans'");
    }
  }

  private void checkDatatype(Resource termMap, Expression datatype) {
    if (datatype instanceof Constant c && !c.value().isIRI()) {
      problems.report(
          termMap,
          Rml.DATATYPE,
          "'" + c.value().stringValue() + "' is not the IRI of a datatype",
          "a datatype is named by its IRI (RML-Core)",
          "write its IRI, such as xsd:date");
    }
  }
}
