package org.w3id.scokg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;

/** Reads a Turtle file of the project, with a place for each problem. */
final class TurtleFile {

  private TurtleFile() {}

  /**
   * The triples of a file, in the file's order. Blank nodes are named by the file and their order
   * of appearance, so that the same file always gives the same triples.
   *
   * @param file the file
   * @param name its name in messages and in the names of blank nodes
   * @param base what relative IRIs are resolved against
   * @param problems takes all that is wrong with it
   */
  static List<Triple> read(Path file, String name, String base, Consumer<Diagnostic> problems) {
    if (!Files.isRegularFile(file)) {
      problems.accept(
          new Diagnostic(
              Location.of(name),
              "there is no such file",
              "a project has this file",
              "create it; docs/curate.md says what goes in"));
      return List.of();
    }
    Collector triples = new Collector(String.valueOf(file.getFileName()).replace(".ttl", ""));
    try {
      RDFParser.source(file)
          .lang(Lang.TURTLE)
          .base(base)
          .errorHandler(new Reporter(name, problems))
          .parse(triples);
    } catch (RiotException e) {
      // Reported by the handler; the parser stops where it cannot go on.
      return triples.collected;
    }
    return triples.collected;
  }

  /** Collects triples and names their blank nodes. */
  private static final class Collector extends StreamRDFBase {
    private final List<Triple> collected = new ArrayList<>();
    private final Map<Node, Node> blanks = new HashMap<>();
    private final String prefix;

    Collector(String prefix) {
      this.prefix = prefix.replaceAll("[^A-Za-z0-9]", "");
    }

    @Override
    public void triple(Triple triple) {
      collected.add(
          Triple.create(
              named(triple.getSubject()), triple.getPredicate(), named(triple.getObject())));
    }

    private Node named(Node node) {
      return node.isBlank()
          ? blanks.computeIfAbsent(node, n -> NodeFactory.createBlankNode(prefix + blanks.size()))
          : node;
    }
  }

  /** Turns what RIOT says of a file into diagnostics. */
  private record Reporter(String name, Consumer<Diagnostic> problems) implements ErrorHandler {

    @Override
    public void warning(String message, long line, long column) {
      report(message, line);
    }

    @Override
    public void error(String message, long line, long column) {
      report(message, line);
    }

    @Override
    public void fatal(String message, long line, long column) {
      report(message, line);
      throw new RiotException(message);
    }

    private void report(String message, long line) {
      problems.accept(
          new Diagnostic(
              line > 0 ? Location.of(name, line) : Location.of(name),
              message,
              "the file is RDF in Turtle syntax",
              "correct the line"));
    }
  }
}
