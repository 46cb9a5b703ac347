package org.w3id.scokg;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.draw.View;

/**
 * A question kept in {@code queries/}: its name is the file's, its title and description are the
 * comments {@code # title: …} and {@code # description: …} at the head of the file. With {@code #
 * smoke: 8} there, no build is published of which fewer rows come; with {@code # view: map}, the
 * answer is drawn.
 *
 * @param name what it is asked for by
 * @param file the file, as messages show it
 * @param title the question in a line
 * @param description what the answer holds
 * @param target the endpoint it is to be asked at ({@code # target: …}), where that is another one
 * @param text the whole file, which is SPARQL
 */
public record NamedQuery(
    String name,
    String file,
    String title,
    String description,
    Optional<String> target,
    String text) {

  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");
  private static final List<String> KEYS =
      List.of("title:", "description:", "target:", "smoke:", "view:");

  /** The queries of a project that have a head, in order of name; the rest are problems. */
  public static List<NamedQuery> all(Project project, Consumer<Diagnostic> problems) {
    return project.queryFiles().stream()
        .flatMap(file -> read(file, project.name(file), problems).stream())
        .toList();
  }

  /** Reads a query with its head; where something is wrong with it, that is a problem. */
  static Optional<NamedQuery> read(Path file, String fileName, Consumer<Diagnostic> problems) {
    Optional<String> content = content(file, fileName, problems);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    String text = content.get();
    Optional<String> title = head(text, "title");
    Optional<String> description = head(text, "description");
    if (title.isEmpty() || description.isEmpty()) {
      problems.accept(
          new Diagnostic(
              Location.of(fileName, 1),
              "the query has no " + (title.isEmpty() ? "title" : "description"),
              "a query says at its head what it asks, for those who choose from a list",
              "add a line '# " + (title.isEmpty() ? "title" : "description") + ": …' at the top"));
      return Optional.empty();
    }
    if (head(text, "smoke").isPresent() && leastRows(text).isEmpty()) {
      problems.accept(
          new Diagnostic(
              Location.of(fileName, 1),
              "'%s' is no number of rows".formatted(head(text, "smoke").get()),
              "'# smoke:' says how many rows come of the query at least, for a build to be published",
              "write a number of 1 or more, or remove the line"));
      return Optional.empty();
    }
    if (head(text, "view").isPresent() && view(text).isEmpty()) {
      problems.accept(
          new Diagnostic(
              Location.of(fileName, 1),
              "'%s' is no view".formatted(head(text, "view").get()),
              "'# view:' says how the answer is drawn: %s"
                  .formatted(String.join(", ", View.names())),
              "write one of these, or remove the line"));
      return Optional.empty();
    }
    String name = String.valueOf(file.getFileName()).replaceAll("\\.rq$", "");
    return Optional.of(
        new NamedQuery(name, fileName, title.get(), description.get(), head(text, "target"), text));
  }

  /** How many rows come of a query at least ({@code # smoke: 8}), where its head says so. */
  static OptionalLong leastRows(String text) {
    return head(text, "smoke").stream()
        .filter(number -> number.matches("[1-9]\\d{0,8}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  /** How the answer of a query is drawn ({@code # view: map}), where its head says so. */
  static Optional<View> view(String text) {
    return head(text, "view").flatMap(View::named);
  }

  /**
   * This query as an example in the store (SHACL Advanced Features, “SPARQL-based executables”).
   *
   * @return the triples; none if the query is no SPARQL, which is a problem
   */
  List<Triple> describe(Dataset dataset, Consumer<Diagnostic> problems) {
    Optional<Query> query = parse(problems);
    if (query.isEmpty()) {
      return List.of();
    }
    String form = form(query.get());
    Node node = NodeFactory.createURI(dataset.base() + "query/" + name);
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(node, RDF.type.asNode(), shacl("SPARQLExecutable")));
    triples.add(Triple.create(node, RDF.type.asNode(), shacl("SPARQL" + form + "Executable")));
    triples.add(
        Triple.create(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(title, "en")));
    triples.add(
        Triple.create(
            node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(description, "en")));
    triples.add(
        Triple.create(
            node, shacl(form.toLowerCase(Locale.ROOT)), NodeFactory.createLiteralString(text)));
    triples.add(Triple.create(node, shacl("prefixes"), dataset.iri()));
    target
        .or(dataset::endpoint)
        .ifPresent(
            endpoint -> triples.add(Triple.create(node, TARGET, NodeFactory.createURI(endpoint))));
    drawn(query.get(), problems)
        .ifPresent(
            view ->
                triples.add(
                    Triple.create(
                        node, DC_11.type.asNode(), NodeFactory.createLiteralString(view.title()))));
    return triples;
  }

  private static String form(Query query) {
    if (query.isConstructType()) {
      return "Construct";
    }
    return query.isAskType() ? "Ask" : query.isDescribeType() ? "Describe" : "Select";
  }

  /** How the answer is drawn; that it has no columns to draw is a problem. */
  private Optional<View> drawn(Query query, Consumer<Diagnostic> problems) {
    Optional<View> view = view(text);
    Optional<String> missing =
        view.flatMap(v -> v.missing(query.isSelectType() ? query.getResultVars() : List.of()));
    if (view.isPresent() && missing.isPresent()) {
      problems.accept(
          new Diagnostic(
              Location.of(file, 1),
              "the query has no column " + missing.get(),
              "'# view: %s' draws what is in columns of certain names"
                  .formatted(view.get().title()),
              "name a column so, or remove the line"));
    }
    return missing.isPresent() ? Optional.empty() : view;
  }

  private static Node shacl(String term) {
    return NodeFactory.createURI(SHACL + term);
  }

  /** The query itself; that it is no SPARQL is a problem. */
  Optional<Query> parse(Consumer<Diagnostic> problems) {
    try {
      return Optional.of(QueryFactory.create(text, Syntax.syntaxSPARQL_11));
    } catch (QueryException e) {
      boolean placed = e instanceof QueryParseException parse && parse.getLine() > 0;
      problems.accept(
          new Diagnostic(
              placed ? Location.of(file, ((QueryParseException) e).getLine()) : Location.of(file),
              "this is not SPARQL: " + firstLine(e),
              "a named query is SPARQL 1.1",
              "correct the " + (placed ? "line" : "query")));
      return Optional.empty();
    }
  }

  private static String firstLine(QueryException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** A head comment, which goes on over the comment lines that follow it without a key. */
  private static Optional<String> head(String text, String key) {
    StringBuilder value = new StringBuilder();
    boolean within = false;
    for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
      String comment = line.substring(1).strip();
      if (comment.startsWith(key + ":")) {
        within = true;
        value.append(comment.substring(key.length() + 1).strip());
      } else if (within && KEYS.stream().noneMatch(comment::startsWith)) {
        value.append(' ').append(comment);
      } else {
        within = false;
      }
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value.toString().strip());
  }

  private static Optional<String> content(
      Path file, String fileName, Consumer<Diagnostic> problems) {
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      problems.accept(
          new Diagnostic(
              Location.of(fileName),
              "the file is not UTF-8",
              "SPARQL is written in UTF-8",
              "save the file in that encoding"));
    } catch (IOException e) {
      problems.accept(
          new Diagnostic(
              Location.of(fileName),
              "the query cannot be read: " + e.getMessage(),
              "the operating system refuses it",
              "check that it is a file and that you may read it"));
    }
    return Optional.empty();
  }
}
