package org.w3id.scokg.rml;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/** The triples of some mapping files, and the file and line that each of them stands on. */
final class MappingGraph {

  private static final Pattern TERM = Pattern.compile("(?<![\\w'])rml:[A-Za-z]\\w*");

  /** How much of a literal is shown; queries and the like would fill a page. */
  private static final int SHOWN = 200;

  private final Model model = new LinkedHashModel();
  private final Map<Statement, Location> places = new HashMap<>();
  private final Map<Statement, Statement> written = new HashMap<>();
  private final Set<String> legacyFiles = new HashSet<>();
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
    paths.forEach((path, name) -> graph.add(new MappingFile(path, name), problems));
    return graph;
  }

  Model model() {
    return model;
  }

  /** The values of a property of a node, in the order of the file. */
  List<Value> values(Resource node, IRI property) {
    return model.filter(node, property, null).stream().map(Statement::getObject).toList();
  }

  /** The values of a property that can have properties themselves. */
  List<Resource> nodes(Resource node, IRI property) {
    return values(node, property).stream()
        .filter(Resource.class::isInstance)
        .map(Resource.class::cast)
        .toList();
  }

  boolean has(Resource node, IRI property) {
    return model.contains(node, property, null);
  }

  /** Whether a property of a node was written in a legacy vocabulary. */
  boolean isLegacy(Resource node, IRI property) {
    return model.filter(node, property, null).stream()
        .anyMatch(s -> !written(s).getPredicate().equals(property));
  }

  private Statement written(Statement statement) {
    return Objects.requireNonNull(written.get(statement), "Bug: a statement that was not written");
  }

  /** The directory of the file that a node is described in. */
  Path directory(Resource node) {
    Path file = Objects.requireNonNull(files.get(place(node).file()));
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Whether a file is one that the mapping stands in. */
  boolean isFile(Path file) {
    return files.values().stream().anyMatch(f -> f.toAbsolutePath().normalize().equals(file));
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
    if (value instanceof BNode node && model.contains(node, null, null)) {
      return model.filter(node, null, null).stream()
          .map(this::written)
          .map(s -> show(s.getPredicate()) + " " + showShort(s.getObject()))
          .collect(Collectors.joining(" ; ", "[ ", " ]"));
    }
    return showShort(value);
  }

  /**
   * A text about a node, with the terms {@code rml:…} in it called as the node's file calls them,
   * save those in quotes, which are quoted.
   */
  String inWordsOf(Resource node, String text) {
    return legacyFiles.contains(place(node).file())
        ? TERM.matcher(text).replaceAll(term -> Matcher.quoteReplacement(once(term.group())))
        : text;
  }

  private String once(String term) {
    return LegacyVocabulary.once(Rml.term(term.substring("rml:".length())))
        .filter(once -> prefixes.containsKey(once.getNamespace()))
        .map(this::shorten)
        .orElse(term);
  }

  private String showShort(Value value) {
    if (value instanceof BNode node) {
      return model.contains(node, null, null) ? "[…]" : "[]";
    }
    if (value instanceof IRI iri) {
      return shorten(iri);
    }
    String text = value.stringValue();
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return "\"" + start.replace("\\", "\\\\").replace("\n", "\\n") + "\"";
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

  private void add(MappingFile file, Diagnostics problems) {
    files.put(file.name(), file.path());
    file.read(
        (prefix, iri) -> prefixes.putIfAbsent(iri, prefix),
        (statement, place) -> add(statement, place),
        problems);
  }

  /** Terms of the legacy vocabularies are put into today's, and shown as they were written. */
  private void add(Statement original, Location place) {
    Statement statement = LegacyVocabulary.today(original);
    if (model.add(statement)) {
      places.put(statement, place);
      written.put(statement, original);
    }
    if (!statement.equals(original)) {
      legacyFiles.add(place.file());
    }
  }

  /** The value of a property as an IRI. */
  static Optional<IRI> iri(Value value) {
    return value.isIRI() ? Optional.of(Values.iri(value.stringValue())) : Optional.empty();
  }
}
