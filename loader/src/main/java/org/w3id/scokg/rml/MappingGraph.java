package org.w3id.scokg.rml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/** The triples of some mapping files, and the file and line that each of them stands on. */
final class MappingGraph {

  private final Model model = new LinkedHashModel();
  private final Map<Statement, Location> places = new HashMap<>();
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  /**
   * Reads mapping files in Turtle.
   *
   * @param paths the files, with the names that messages show
   * @param problems takes what cannot be read
   */
  static MappingGraph read(Map<Path, String> paths, Diagnostics problems) {
    MappingGraph graph = new MappingGraph();
    paths.forEach((path, name) -> graph.add(path, name, problems));
    return graph;
  }

  Model model() {
    return model;
  }

  /** The directory of the file that a node is described in. */
  Path directory(Resource node) {
    Path file = Objects.requireNonNull(files.get(place(node).file()));
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** The line on which the first property of a node stands. */
  Location place(Resource node) {
    return model.filter(node, null, null).stream()
        .map(places::get)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .or(() -> model.filter(null, null, node).stream().map(this::place).findFirst())
        .orElseThrow(() -> new IllegalStateException("Bug: no place is known for " + node));
  }

  /** The line of a property of a node, or of the node where it has no such property. */
  Location place(Resource node, IRI property) {
    return model.filter(node, property, null).stream()
        .map(this::place)
        .findFirst()
        .orElseGet(() -> place(node));
  }

  /** The line on which a node's property has this value, or of the node where it has not. */
  Location place(Resource node, IRI property, Value value) {
    return model.filter(node, property, value).stream()
        .map(this::place)
        .findFirst()
        .orElseGet(() -> place(node));
  }

  private Location place(Statement statement) {
    return Objects.requireNonNull(places.get(statement), "Bug: a statement without a place");
  }

  /** A node as the reader of a message finds it in the file: its IRI, or what it says. */
  String show(Value value) {
    if (value instanceof BNode node) {
      return model.filter(node, null, null).stream()
          .map(s -> show(s.getPredicate()) + " " + showShort(s.getObject()))
          .collect(Collectors.joining(" ; ", "[ ", " ]"));
    }
    return showShort(value);
  }

  private String showShort(Value value) {
    if (value instanceof BNode) {
      return "[…]";
    }
    return value instanceof IRI iri
        ? shorten(iri)
        : value.isLiteral() ? "\"" + value.stringValue() + "\"" : value.toString();
  }

  private String shorten(IRI iri) {
    if (iri.equals(RDF.TYPE)) {
      return "a";
    }
    String text = iri.stringValue();
    for (Path file : files.values()) {
      String base = file.toUri().toString();
      if (text.startsWith(base)) {
        return "<" + text.substring(base.length()) + ">";
      }
    }
    return prefixes.entrySet().stream()
        .filter(e -> text.startsWith(e.getKey()))
        .max(Comparator.comparingInt(e -> e.getKey().length()))
        .map(e -> e.getValue() + ":" + text.substring(e.getKey().length()))
        .orElse("<" + text + ">");
  }

  /** The triples maps' own nodes a node belongs to, nearest first, as messages name them. */
  Optional<String> owner(Resource node) {
    Deque<Resource> waiting = new ArrayDeque<>(List.of(node));
    Set<Resource> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      Resource next = waiting.remove();
      if (model.contains(next, Rml.LOGICAL_SOURCE, null)) {
        return Optional.of(show(next));
      }
      if (seen.add(next)) {
        model.filter(null, null, next).forEach(s -> waiting.add(s.getSubject()));
      }
    }
    return Optional.empty();
  }

  private void add(Path path, String name, Diagnostics problems) {
    files.put(name, path);
    RDFParser parser = new TurtleParser();
    Line line = new Line();
    parser.setParseLocationListener((number, column) -> line.number = number);
    parser.setRDFHandler(
        new AbstractRDFHandler() {
          @Override
          public void handleNamespace(String prefix, String uri) {
            prefixes.putIfAbsent(uri, prefix);
          }

          @Override
          public void handleStatement(Statement statement) throws RDFHandlerException {
            if (model.add(statement)) {
              places.put(statement, Location.of(name, Math.max(1, line.number)));
            }
          }
        });
    try (Reader reader = Files.newBufferedReader(path)) {
      parser.parse(reader, path.toUri().toString());
    } catch (RDFParseException e) {
      problems.accept(
          new Diagnostic(
              Location.of(name, Math.max(1, e.getLineNumber())),
              "this is not Turtle: "
                  + String.valueOf(e.getMessage()).replaceAll(" \\[line \\d+.*\\]$", ""),
              "a mapping file is RDF in " + RDFFormat.TURTLE.getName() + " syntax",
              "correct the line"));
    } catch (CharacterCodingException e) {
      problems.accept(
          new Diagnostic(
              Location.of(name),
              "the file is not UTF-8",
              "Turtle is written in UTF-8",
              "save the file in that encoding"));
    } catch (IOException e) {
      problems.accept(
          new Diagnostic(
              Location.of(name),
              "the mapping cannot be read: " + e.getMessage(),
              "the operating system refuses it",
              "check that the file is there and that you may read it"));
    }
  }

  /** The line that the parser has come to. */
  private static final class Line {
    private long number;
  }

  /** The value of a property as an IRI. */
  static Optional<IRI> iri(Value value) {
    return value.isIRI() ? Optional.of(Values.iri(value.stringValue())) : Optional.empty();
  }
}
