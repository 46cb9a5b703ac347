package org.w3id.scokg.rml;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The RML vocabulary, as far as the engine knows it (RML-Core and RML-IO). */
final class Rml {

  static final String NAMESPACE = "http://w3id.org/rml/";

  static final IRI LOGICAL_SOURCE = term("logicalSource");
  static final IRI SOURCE = term("source");
  static final IRI REFERENCE_FORMULATION = term("referenceFormulation");
  static final IRI ROOT = term("root");
  static final IRI PATH = term("path");
  static final IRI NULL = term("null");
  static final IRI CSV = term("CSV");
  static final IRI MAPPING_DIRECTORY = term("MappingDirectory");
  static final IRI CURRENT_WORKING_DIRECTORY = term("CurrentWorkingDirectory");

  static final IRI BASE_IRI = term("baseIRI");
  static final IRI SUBJECT_MAP = term("subjectMap");
  static final IRI SUBJECT = term("subject");
  static final IRI PREDICATE_OBJECT_MAP = term("predicateObjectMap");
  static final IRI PREDICATE_MAP = term("predicateMap");
  static final IRI PREDICATE = term("predicate");
  static final IRI OBJECT_MAP = term("objectMap");
  static final IRI OBJECT = term("object");
  static final IRI GRAPH_MAP = term("graphMap");
  static final IRI GRAPH = term("graph");
  static final IRI CLASS = term("class");
  static final IRI DEFAULT_GRAPH = term("defaultGraph");

  static final IRI CONSTANT = term("constant");
  static final IRI REFERENCE = term("reference");
  static final IRI TEMPLATE = term("template");
  static final IRI TERM_TYPE = term("termType");
  static final IRI LANGUAGE_MAP = term("languageMap");
  static final IRI LANGUAGE = term("language");
  static final IRI DATATYPE_MAP = term("datatypeMap");
  static final IRI DATATYPE = term("datatype");

  static final IRI PARENT_TRIPLES_MAP = term("parentTriplesMap");
  static final IRI JOIN_CONDITION = term("joinCondition");
  static final IRI CHILD_MAP = term("childMap");
  static final IRI CHILD = term("child");
  static final IRI PARENT_MAP = term("parentMap");
  static final IRI PARENT = term("parent");

  /** Every term that a mapping may use; any other in the namespace is taken for a slip. */
  static final Set<IRI> TERMS =
      Stream.concat(
              Stream.of(
                  LOGICAL_SOURCE,
                  SOURCE,
                  REFERENCE_FORMULATION,
                  ROOT,
                  PATH,
                  NULL,
                  CSV,
                  MAPPING_DIRECTORY,
                  CURRENT_WORKING_DIRECTORY,
                  BASE_IRI,
                  SUBJECT_MAP,
                  SUBJECT,
                  PREDICATE_OBJECT_MAP,
                  PREDICATE_MAP,
                  PREDICATE,
                  OBJECT_MAP,
                  OBJECT,
                  GRAPH_MAP,
                  GRAPH,
                  CLASS,
                  DEFAULT_GRAPH,
                  CONSTANT,
                  REFERENCE,
                  TEMPLATE,
                  TERM_TYPE,
                  LANGUAGE_MAP,
                  LANGUAGE,
                  DATATYPE_MAP,
                  DATATYPE,
                  PARENT_TRIPLES_MAP,
                  JOIN_CONDITION,
                  CHILD_MAP,
                  CHILD,
                  PARENT_MAP,
                  PARENT),
              Stream.of(
                      "TriplesMap",
                      "LogicalSource",
                      "RelativePathSource",
                      "FilePath",
                      "SubjectMap",
                      "PredicateObjectMap",
                      "PredicateMap",
                      "ObjectMap",
                      "RefObjectMap",
                      "GraphMap",
                      "TermMap",
                      "ExpressionMap",
                      "LanguageMap",
                      "DatatypeMap",
                      "Join",
                      "ChildMap",
                      "ParentMap",
                      "IRI",
                      "URI",
                      "UnsafeIRI",
                      "UnsafeURI",
                      "BlankNode",
                      "Literal")
                  .map(Rml::term))
          .collect(Collectors.toUnmodifiableSet());

  private Rml() {}

  static IRI term(String localName) {
    return SimpleValueFactory.getInstance().createIRI(NAMESPACE, localName);
  }
}
