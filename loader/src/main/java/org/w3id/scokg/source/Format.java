package org.w3id.scokg.source;

import java.util.Map;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.source.json.JsonIterations;
import org.w3id.scokg.source.xml.XmlIterations;

/** How the records of a source are found and referred to (RML-IO, “Reference Formulation”). */
public sealed interface Format {

  /** Rows of a table; a reference is the name of a column. */
  record Csv(CsvDialect dialect) implements Format {}

  /**
   * What a JSONPath finds; a reference is a JSONPath from there, and may leave out {@code $.}.
   *
   * @param iterator the JSONPath of the records; {@code $} where each document is one
   */
  record Json(String iterator) implements Format {
    /**
     * Checks the iterator.
     *
     * @throws BadReference if it is not a JSONPath
     */
    public Json {
      JsonIterations.check(iterator);
    }
  }

  /**
   * What an XPath finds; a reference is an XPath from there.
   *
   * @param iterator the XPath of the records
   * @param namespaces the namespaces of the prefixes that paths use
   */
  record Xml(String iterator, Map<String, String> namespaces) implements Format {
    /**
     * Checks the iterator.
     *
     * @throws BadReference if it is not an XPath
     */
    public Xml {
      namespaces = Map.copyOf(namespaces);
      XmlIterations.check(iterator, namespaces);
    }
  }
}
