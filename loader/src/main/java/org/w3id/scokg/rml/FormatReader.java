package org.w3id.scokg.rml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Format;

/** Reads the reference formulation and the iterator of a logical source (RML-Core, RML-IO). */
final class FormatReader {

  private final MappingGraph graph;
  private final MappingProblems problems;

  FormatReader(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /**
   * The format of a logical source.
   *
   * @param source the logical source
   * @param path the path of the unpacked file, whose ending tells the format where nothing else
   *     does
   * @param dialect how a table is written
   * @return the format, or empty if it cannot be told, which was reported
   */
  Optional<Format> read(Resource source, String path, CsvDialect dialect) {
    Optional<Value> declared = problems.single(source, Rml.REFERENCE_FORMULATION);
    Value formulation = declared.orElseGet(() -> usual(path));
    Optional<String> iterator = problems.single(source, Rml.ITERATOR).map(Value::stringValue);
    try {
      if (formulation.equals(Rml.CSV)) {
        iterator.ifPresent(text -> refuseIterator(source, text));
        return Optional.of(new Format.Csv(dialect));
      } else if (formulation.equals(Rml.JSON_PATH)) {
        return Optional.of(new Format.Json(iterator.orElse("$")));
      } else if (isXPath(formulation)) {
        return Optional.of(new Format.Xml(iterator.orElse("/*"), namespaces(formulation)));
      }
    } catch (BadReference e) {
      problems.report(source, Rml.ITERATOR, e.what(), e.why(), e.fix());
      return Optional.empty();
    }
    if (!VocabularyCheck.isUnknown(formulation)) {
      problems.report(
          source,
          Rml.REFERENCE_FORMULATION,
          "the reference formulation " + graph.show(formulation) + " is not supported",
          "sources are read as CSV, JSON or XML",
          "use rml:CSV, rml:JSONPath or rml:XPath");
    }
    return Optional.empty();
  }

  private static IRI usual(String path) {
    if (path.endsWith(".xml")) {
      return Rml.XPATH;
    }
    return path.endsWith("json") || path.endsWith(".jsonl") ? Rml.JSON_PATH : Rml.CSV;
  }

  private void refuseIterator(Resource source, String iterator) {
    problems.report(
        source,
        Rml.ITERATOR,
        "a table has the iterator '" + iterator + "'",
        "the records of a table are its rows, and an iterator must not be given (RML-IO)",
        "remove rml:iterator, or correct rml:referenceFormulation");
  }

  private boolean isXPath(Value formulation) {
    return formulation.equals(Rml.XPATH)
        || (formulation instanceof Resource node
            && graph.model().contains(node, RDF.TYPE, Rml.XPATH_REFERENCE_FORMULATION));
  }

  private Map<String, String> namespaces(Value formulation) {
    Map<String, String> namespaces = new HashMap<>();
    if (formulation instanceof Resource node) {
      for (Resource namespace : graph.nodes(node, Rml.XML_NAMESPACE)) {
        Optional<Value> prefix = problems.single(namespace, Rml.NAMESPACE_PREFIX);
        Optional<Value> url = problems.single(namespace, Rml.NAMESPACE_URL);
        if (prefix.isPresent() && url.isPresent()) {
          namespaces.put(prefix.get().stringValue(), url.get().stringValue());
        } else if (!VocabularyCheck.hasUnknown(graph, namespace)) {
          problems.report(
              namespace,
              "a namespace without " + (prefix.isEmpty() ? "a prefix" : "a URL"),
              "paths write the prefix for the URL",
              "add " + (prefix.isEmpty() ? "rml:namespacePrefix" : "rml:namespaceURL"));
        }
      }
    }
    return namespaces;
  }
}
