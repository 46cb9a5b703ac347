package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.SourceFile;

/** Words what is wrong with the JSON of a source. */
final class JsonErrors {

  private final SourceFile file;

  JsonErrors(SourceFile file) {
    this.file = file;
  }

  /**
   * What ended the reading of a source.
   *
   * @param reached the line that was reached, counted from 1, unless the exception knows better; 0
   *     if that is not known
   */
  InputException fatal(IOException e, long reached) {
    if (isBadEncoding(e)) {
      return file.failure(new MalformedInputException(1), reached);
    }
    if (e instanceof JsonProblem problem) {
      return new InputException(ofRecord(problem, reached));
    }
    if (e instanceof StreamReadException broken) {
      JsonLocation place = broken.getLocation();
      long line = place == null ? reached : place.getLineNr();
      return new InputException(
          isCutOff(e)
              ? cutOff(line, unclosed(broken.getProcessor().getParsingContext()))
              : notJson(line, e));
    }
    return file.failure(e, reached);
  }

  /** What is wrong on a line of JSON Lines. */
  Diagnostic ofLine(IOException e, long line) {
    if (isBadEncoding(e)) {
      return new Diagnostic(
          Location.of(file.name(), line),
          "the line is not UTF-8",
          "the file is read as UTF-8, and no character is guessed",
          "save the file in that encoding");
    }
    if (e instanceof JsonProblem problem) {
      return ofRecord(problem, line);
    }
    return isCutOff(e)
        ? cutOff(line, "in JSON Lines, each line is a whole value")
        : notJson(line, e);
  }

  /** What is wrong with a record. */
  Diagnostic ofRecord(JsonProblem problem, long line) {
    return new Diagnostic(
        Location.of(file.name(), line), problem.what(), problem.why(), problem.fix());
  }

  /** A source without a value. */
  InputException empty() {
    return new InputException(
        new Diagnostic(
            Location.of(file.name()),
            "there is no JSON in it",
            "a JSON text is one value at least (RFC 8259 §2)",
            "write [] if there are no records, or correct the path that names the file"));
  }

  private static boolean isBadEncoding(IOException e) {
    return e instanceof MalformedInputException || originalMessage(e).startsWith("Invalid UTF-8");
  }

  /** Only some of the parser's exceptions for this are of a type of their own. */
  private static boolean isCutOff(IOException e) {
    return originalMessage(e).startsWith("Unexpected end-of-input");
  }

  private Diagnostic cutOff(long line, String why) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "the JSON ends in the middle",
        why,
        "complete it, or fetch the file again if it was cut off");
  }

  private Diagnostic notJson(long line, IOException e) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "this is not JSON: " + originalMessage(e).lines().findFirst().orElse(""),
        "JSON is as in RFC 8259",
        "correct it there");
  }

  private static String unclosed(JsonStreamContext context) {
    if (context.inRoot()) {
      return "its last value is not complete";
    }
    return "the "
        + (context.inObject() ? "object" : "array")
        + " that begins on line "
        + context.startLocation(ContentReference.unknown()).getLineNr()
        + " is not closed";
  }

  /** Without the place, which we give ourselves. */
  private static String originalMessage(IOException e) {
    return String.valueOf(
        e instanceof JsonProcessingException broken ? broken.getOriginalMessage() : e.getMessage());
  }
}
