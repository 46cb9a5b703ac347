package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;

/** What things are called. It is used within a read transaction; safe for many threads. */
final class Labels {

  /** How many things' names are kept, so that a large graph does not fill the memory. */
  private static final int KEPT = 50_000;

  private static final int LONGEST = 300;

  private final Graphs graphs;
  private final Site site;
  private final Map<Node, List<Label>> known = new ConcurrentHashMap<>();

  Labels(Graphs graphs, Site site) {
    this.graphs = graphs;
    this.site = site;
  }

  /**
   * What a thing is called in the first of some languages that it has a name in, else in any; a
   * shortened IRI where it has none.
   */
  Label of(Node thing, List<String> languages) {
    return name(thing, languages).orElseGet(() -> new Label(fallback(thing), ""));
  }

  /** What a thing is called, if it has a name. */
  Optional<Label> name(Node thing, List<String> languages) {
    return best(names(thing), languages);
  }

  /** The first text of a thing by some properties, in the first language that has one. */
  Optional<Label> text(Node thing, List<Node> properties, List<String> languages) {
    return best(read(thing, properties), languages);
  }

  /** All texts of a thing by some properties. */
  List<Label> texts(Node thing, List<Node> properties) {
    return read(thing, properties);
  }

  /** All texts in some statements about a thing that are by some properties. */
  static List<Label> texts(List<Statement> statements, List<Node> properties) {
    List<Label> labels = new ArrayList<>();
    for (Node property : properties) {
      for (Statement statement : statements) {
        if (statement.property().equals(property)) {
          add(statement.value(), labels);
        }
      }
    }
    return labels;
  }

  /** The first in the first language that there is one in, else the first. */
  static Optional<Label> best(List<Label> labels, List<String> languages) {
    for (String language : languages) {
      for (Label label : labels) {
        if (label.language().equals(language)) {
          return Optional.of(label);
        }
      }
    }
    return labels.stream().findFirst();
  }

  private String fallback(Node thing) {
    if (!thing.isURI()) {
      return thing.isBlank() ? "…" : thing.toString();
    }
    String iri = thing.getURI();
    return iri.startsWith(site.termSpace()) && iri.length() > site.termSpace().length()
        ? iri.substring(site.termSpace().length())
        : site.shorten(iri);
  }

  private List<Label> names(Node thing) {
    List<Label> names = known.get(thing);
    if (names == null) {
      names = read(thing, Terms.NAMES);
      if (known.size() < KEPT) {
        known.put(thing, names);
      }
    }
    return names;
  }

  private List<Label> read(Node thing, List<Node> properties) {
    List<Label> labels = new ArrayList<>();
    for (Node property : properties) {
      graphs.values(thing, property).forEach(value -> add(value, labels));
    }
    return List.copyOf(labels);
  }

  private static void add(Node value, List<Label> labels) {
    if (value.isLiteral()) {
      Label label =
          new Label(value.getLiteralLexicalForm(), value.getLiteralLanguage()).cut(LONGEST);
      if (!labels.contains(label)) {
        labels.add(label);
      }
    }
  }
}
