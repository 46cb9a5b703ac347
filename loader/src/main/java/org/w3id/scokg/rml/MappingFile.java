package org.w3id.scokg.rml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.Unreadable;

/**
 * A file that holds a mapping, or part of one, in Turtle.
 *
 * @param path where it is
 * @param name the path as messages show it
 */
record MappingFile(Path path, String name) {

  /**
   * Reads the file once.
   *
   * @param prefixes takes each prefix that is declared, and what it stands for
   * @param statements takes each statement and the line that it stands on
   * @param problems takes what cannot be read
   */
  void read(
      BiConsumer<String, String> prefixes,
      BiConsumer<Statement, Location> statements,
      Diagnostics problems) {
    try (Reader reader = Files.newBufferedReader(path)) {
      RDFParser parser = new TurtleParser();
      Lines lines = new Lines(name, prefixes, statements);
      parser.setParseLocationListener(lines);
      parser.setRDFHandler(lines);
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
      problems.accept(Unreadable.tell(name, e));
    }
  }

  /** Gives statements the line that the parser has come to. */
  private static final class Lines extends AbstractRDFHandler implements ParseLocationListener {

    private final String file;
    private final BiConsumer<String, String> prefixes;
    private final BiConsumer<Statement, Location> statements;
    private long line = 1;

    Lines(
        String file,
        BiConsumer<String, String> prefixes,
        BiConsumer<Statement, Location> statements) {
      this.file = file;
      this.prefixes = prefixes;
      this.statements = statements;
    }

    @Override
    public void parseLocationUpdate(long lineNumber, long columnNumber) {
      line = Math.max(1, lineNumber);
    }

    @Override
    public void handleNamespace(String prefix, String uri) {
      prefixes.accept(prefix, uri);
    }

    @Override
    public void handleStatement(Statement statement) {
      statements.accept(statement, Location.of(file, line));
    }
  }
}
