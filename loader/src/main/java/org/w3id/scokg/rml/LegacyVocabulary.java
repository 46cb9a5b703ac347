package org.w3id.scokg.rml;

import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Statements;

/**
 * The vocabularies that mappings were written in before RML had one of its own: R2RML's, and those
 * of RML's first years. Their terms are put into today's.
 */
final class LegacyVocabulary {

  static final String R2RML = "http://www.w3.org/ns/r2rml#";
  static final String RML = "http://semweb.mmlab.be/ns/rml#";
  static final String QL = "http://semweb.mmlab.be/ns/ql#";
  static final String TARGET = "http://semweb.mmlab.be/ns/rml-target#";
  static final String COMPRESSION = "http://semweb.mmlab.be/ns/rml-compression#";

  private static final Optional<IRI> DEFAULT_GRAPH = Optional.of(Rml.DEFAULT_GRAPH);

  /** The names that a namespace has in common with today's. */
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          RML,
          Rml.names(
              """
              LogicalSource logicalSource source ReferenceFormulation referenceFormulation iterator
              reference LanguageMap languageMap DatatypeMap datatypeMap logicalTarget baseIRI
              """),
          R2RML,
          Rml.names(
              """
              TriplesMap TermMap SubjectMap subjectMap subject class
              PredicateObjectMap predicateObjectMap PredicateMap predicateMap predicate
              ObjectMap objectMap object GraphMap graphMap graph defaultGraph
              constant template termType IRI BlankNode Literal language datatype
              RefObjectMap parentTriplesMap Join joinCondition child parent
              """),
          QL,
          Rml.names("CSV JSONPath XPath"),
          TARGET,
          Rml.names("LogicalTarget Target target serialization compression"),
          COMPRESSION,
          Rml.names("none gzip zip targzip tarxz"));

  private static final Map<IRI, IRI> ONCE =
      terms().collect(Collectors.toUnmodifiableMap(t -> Rml.term(t.getLocalName()), t -> t));

  private static final Map<IRI, IRI> TODAY =
      Stream.concat(
              terms().map(t -> Map.entry(t, Rml.term(t.getLocalName()))),
              Stream.of(
                  Map.entry(iri(RML, "BaseSource"), Rml.term("LogicalSource")),
                  Map.entry(iri(R2RML, "column"), Rml.REFERENCE)))
          .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue));

  private LegacyVocabulary() {}

  private static Stream<IRI> terms() {
    return NAMES.entrySet().stream()
        .map(e -> e.getValue().stream().map(name -> iri(e.getKey(), name)))
        .flatMap(Function.identity());
  }

  private static IRI iri(String namespace, String name) {
    return SimpleValueFactory.getInstance().createIRI(namespace, name);
  }

  /** What a term is called today; empty for anything that is no term of these vocabularies. */
  static Optional<IRI> today(Value term) {
    return Optional.ofNullable(TODAY.get(term));
  }

  /** A statement in today's terms; what it says of the output stays as it is. */
  static Statement today(Statement statement) {
    IRI predicate = today(statement.getPredicate()).orElse(statement.getPredicate());
    Value object = statement.getObject();
    Optional<IRI> term = today(object);
    boolean isOutput = Rml.OF_OUTPUT.contains(predicate) && !term.equals(DEFAULT_GRAPH);
    return Statements.statement(
        statement.getSubject(), predicate, isOutput || term.isEmpty() ? object : term.get(), null);
  }

  /** What a term of today's vocabulary was called; empty where there was no such term. */
  static Optional<IRI> once(IRI term) {
    return Optional.ofNullable(ONCE.get(term));
  }

  /** Whether a namespace is one of theirs. */
  static boolean has(String namespace) {
    return NAMES.containsKey(namespace);
  }

  /** Every term that has a name today. */
  static Collection<IRI> known() {
    return TODAY.keySet();
  }
}
