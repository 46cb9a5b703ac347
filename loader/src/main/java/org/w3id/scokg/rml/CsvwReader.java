package org.w3id.scokg.rml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.w3id.scokg.facts.CsvDialect;

/**
 * Reads how a CSV file is written from a {@code csvw:Table} (Metadata Vocabulary for Tabular Data).
 * What it says besides is refused: nothing that a mapping says is passed over.
 */
final class CsvwReader {

  static final String NAMESPACE = "http://www.w3.org/ns/csvw#";

  static final IRI URL = term("url");
  static final IRI NULL = term("null");
  static final IRI DIALECT = term("dialect");
  static final IRI ENCODING = term("encoding");

  private static final IRI DELIMITER = term("delimiter");
  private static final IRI QUOTE_CHAR = term("quoteChar");
  private static final IRI COMMENT_PREFIX = term("commentPrefix");
  private static final IRI HEADER = term("header");
  private static final IRI HEADER_ROW_COUNT = term("headerRowCount");
  private static final IRI SKIP_ROWS = term("skipRows");
  private static final IRI SKIP_BLANK_ROWS = term("skipBlankRows");
  private static final IRI TRIM = term("trim");
  private static final IRI DOUBLE_QUOTE = term("doubleQuote");
  private static final IRI SKIP_COLUMNS = term("skipColumns");
  private static final IRI SKIP_INITIAL_SPACE = term("skipInitialSpace");
  private static final IRI LINE_TERMINATORS = term("lineTerminators");

  private static final Set<IRI> OF_TABLE = Set.of(URL, NULL, DIALECT, ENCODING);
  private static final Set<IRI> OF_DIALECT =
      Set.of(
          DELIMITER,
          QUOTE_CHAR,
          COMMENT_PREFIX,
          HEADER,
          HEADER_ROW_COUNT,
          SKIP_ROWS,
          SKIP_BLANK_ROWS,
          TRIM,
          DOUBLE_QUOTE,
          SKIP_COLUMNS,
          SKIP_INITIAL_SPACE,
          LINE_TERMINATORS,
          ENCODING);

  private final MappingGraph graph;
  private final MappingProblems problems;

  CsvwReader(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  private static IRI term(String localName) {
    return SimpleValueFactory.getInstance().createIRI(NAMESPACE, localName);
  }

  /**
   * The dialect of a table.
   *
   * @param table a node that may have {@code csvw:dialect}
   * @param usual what holds for all that the dialect does not say
   */
  CsvDialect dialect(Resource table, CsvDialect usual) {
    refuseOthers(table, OF_TABLE);
    Optional<Value> found = problems.single(table, DIALECT);
    if (found.isEmpty() || !(found.get() instanceof Resource dialect)) {
      found.ifPresent(value -> refuse(table, DIALECT, value, "a node with properties"));
      return usual;
    }
    refuseOthers(dialect, OF_DIALECT);
    oneOf(dialect, DOUBLE_QUOTE, "true");
    oneOf(dialect, SKIP_COLUMNS, "0");
    oneOf(dialect, SKIP_INITIAL_SPACE, "false");
    areAmong(dialect, LINE_TERMINATORS, "\r\n", "\n");
    return new CsvDialect(
        character(dialect, DELIMITER).orElse(usual.delimiter()),
        character(dialect, QUOTE_CHAR).orElse(usual.quoteChar()),
        character(dialect, COMMENT_PREFIX).or(usual::commentPrefix),
        truth(dialect, HEADER)
            .or(() -> oneOf(dialect, HEADER_ROW_COUNT, "0", "1").map("1"::equals))
            .orElse(usual.header()),
        number(dialect, SKIP_ROWS).orElse(usual.skipRows()),
        truth(dialect, SKIP_BLANK_ROWS).orElse(usual.skipBlankRows()),
        truth(dialect, TRIM).orElse(usual.trim()));
  }

  /** The encoding that a table or its dialect names, if one of them does. */
  Optional<Charset> encoding(Resource table) {
    return Stream.concat(Stream.of(table), graph.nodes(table, DIALECT).stream())
        .flatMap(node -> charset(node).stream())
        .findFirst();
  }

  private Optional<Charset> charset(Resource node) {
    Optional<Value> name = problems.single(node, ENCODING);
    try {
      return name.map(value -> Charset.forName(value.stringValue()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      refuse(node, ENCODING, name.get(), "the name of an encoding, such as utf-8 or iso-8859-1");
      return Optional.empty();
    }
  }

  private Optional<Character> character(Resource dialect, IRI property) {
    Optional<Value> value = problems.single(dialect, property);
    if (value.isPresent() && value.get().stringValue().length() != 1) {
      refuse(dialect, property, value.get(), "one character");
      return Optional.empty();
    }
    return value.map(v -> v.stringValue().charAt(0));
  }

  private Optional<Integer> number(Resource dialect, IRI property) {
    Optional<Value> value = problems.single(dialect, property);
    if (value.isPresent() && !value.get().stringValue().matches("\\d{1,9}")) {
      refuse(dialect, property, value.get(), "a number of lines");
      return Optional.empty();
    }
    return value.map(v -> Integer.valueOf(v.stringValue()));
  }

  private Optional<Boolean> truth(Resource dialect, IRI property) {
    return oneOf(dialect, property, "true", "false").map("true"::equals);
  }

  private Optional<String> oneOf(Resource dialect, IRI property, String... supported) {
    return areAmong(dialect, property, supported)
        ? problems.single(dialect, property).map(Value::stringValue)
        : Optional.empty();
  }

  private boolean areAmong(Resource dialect, IRI property, String... supported) {
    for (Value value : graph.values(dialect, property)) {
      if (!List.of(supported).contains(value.stringValue())) {
        refuse(
            dialect,
            property,
            value,
            Stream.of(supported).map(CsvwReader::visible).collect(Collectors.joining(" or ")));
        return false;
      }
    }
    return true;
  }

  private static String visible(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  private void refuse(Resource node, IRI property, Value value, String supported) {
    problems.report(
        node,
        property,
        graph.show(property) + " cannot be '" + visible(value.stringValue()) + "'",
        "tables are read where it is " + supported,
        "correct it, or write the file so that this holds");
  }

  private void refuseOthers(Resource node, Set<IRI> read) {
    for (Statement statement : graph.model().filter(node, null, null)) {
      IRI property = statement.getPredicate();
      if (property.getNamespace().equals(NAMESPACE) && !read.contains(property)) {
        problems.report(
            node,
            property,
            "'" + graph.show(property) + "' is not understood here",
            "of the terms of CSV on the Web, some of those that say how a file is written are read",
            MappingProblems.didYouMean(
                graph.show(property), read.stream().map(graph::show).toList()));
      }
    }
  }
}
