package org.w3id.scokg.rml;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The RML vocabulary, as far as the engine knows it (RML-Core and RML-IO). */
final class Rml {

  static final String NAMESPACE = "http://w3id.org/rml/";

  static final IRI LOGICAL_SOURCE = term("logicalSource");
  static final IRI SOURCE = term("source");
  static final IRI ITERATOR = term("iterator");
  static final IRI REFERENCE_FORMULATION = term("referenceFormulation");
  static final IRI CSV = term("CSV");
  static final IRI JSON_PATH = term("JSONPath");
  static final IRI XPATH = term("XPath");
  static final IRI XPATH_REFERENCE_FORMULATION = term("XPathReferenceFormulation");
  static final IRI XML_NAMESPACE = term("namespace");
  static final IRI NAMESPACE_PREFIX = term("namespacePrefix");
  static final IRI NAMESPACE_URL = term("namespaceURL");

  static final IRI ROOT = term("root");
  static final IRI PATH = term("path");
  static final IRI NULL = term("null");
  static final IRI COMPRESSION = term("compression");
  static final IRI ENCODING = term("encoding");
  static final IRI MAPPING_DIRECTORY = term("MappingDirectory");
  static final IRI CURRENT_WORKING_DIRECTORY = term("CurrentWorkingDirectory");

  static final IRI LOGICAL_TARGET = term("logicalTarget");
  static final IRI TARGET = term("target");
  static final IRI SERIALIZATION = term("serialization");
  static final IRI MODE = term("mode");

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
      names(
              """
              TriplesMap baseIRI
              AbstractLogicalSource LogicalSource logicalSource source iterator Iterable
              ReferenceFormulation referenceFormulation CSV JSONPath XPath
              XPathReferenceFormulation Namespace namespace namespacePrefix namespaceURL
              Source FilePath RelativePathSource RelativePath root path null
              MappingDirectory CurrentWorkingDirectory
              Compression compression none gzip zip targz targzip tarxz
              Encoding encoding UTF-8 UTF-16
              LogicalTarget logicalTarget Target target serialization
              Mode mode Read ReadWrite Write WriteRead Append AppendRead
              TermMap ExpressionMap constant reference template
              SubjectMap subjectMap subject class
              PredicateObjectMap predicateObjectMap PredicateMap predicateMap predicate
              ObjectMap objectMap object GraphMap graphMap graph defaultGraph
              termType IRI URI UnsafeIRI UnsafeURI BlankNode Literal
              LanguageMap languageMap language DatatypeMap datatypeMap datatype
              RefObjectMap parentTriplesMap
              Join joinCondition ChildMap childMap child ParentMap parentMap parent
              """)
          .stream()
          .map(Rml::term)
          .collect(Collectors.toUnmodifiableSet());

  /** Properties whose values are terms of what is made, and say nothing of the mapping. */
  static final Set<IRI> OF_OUTPUT = Set.of(CONSTANT, SUBJECT, PREDICATE, OBJECT, CLASS, DATATYPE);

  private Rml() {}

  static IRI term(String localName) {
    return SimpleValueFactory.getInstance().createIRI(NAMESPACE, localName);
  }

  /** The words of a text, each a name. */
  static Set<String> names(String text) {
    return Pattern.compile("\\s+").splitAsStream(text).collect(Collectors.toUnmodifiableSet());
  }
}
