package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;

/** Writes what a command has to say: results to one stream, everything else to the other. */
final class Output {

  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "scokg.terminal";

  private static final String ERASE_LINE = "\r\033[K";

  private final OutputOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean progressing;

  Output(OutputOptions options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.progressing = Boolean.getBoolean(TERMINAL) && !options.quiet && !options.json;
  }

  boolean isJson() {
    return options.json;
  }

  boolean showsStackTraces() {
    return options.stacktrace;
  }

  /** A line of the result. */
  void result(String line) {
    out.println(line);
    out.flush();
  }

  /** The result as a document for machines. */
  void result(JsonObject document) {
    result(JSON.toString(document));
  }

  /** A line for the person who waits. */
  void note(String line) {
    if (!options.quiet && !options.json) {
      err.println(line);
    }
  }

  /** A part of a conversation, which goes on where the last part ended. */
  void dialogue(String text) {
    err.print(text);
    err.flush();
  }

  /** What is being done now, on a line that is written over; only on a terminal. */
  void progress(String what) {
    if (progressing) {
      err.print(ERASE_LINE + what + " …");
      err.flush();
    }
  }

  /** Ends the line that progress was shown on. */
  void progressDone() {
    if (progressing) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }

  void warnings(List<Diagnostic> warnings) {
    warnings.forEach(this::warning);
  }

  void warning(Diagnostic warning) {
    note(warning.toString().replaceFirst(": error: ", ": warning: "));
  }

  /** All problems of an input, and their number. */
  void problems(InputException e) {
    progressDone();
    if (options.json) {
      JsonObject document = new JsonObject();
      document.put("ok", false);
      document.put("problems", array(e.diagnostics()));
      document.put("omitted", e.omitted());
      result(document);
      return;
    }
    e.diagnostics().forEach(d -> err.println(d));
    if (e.diagnostics().size() > 1) {
      err.println(count(e));
    }
    err.flush();
  }

  private static String count(InputException e) {
    int listed = e.diagnostics().size();
    StringBuilder line = new StringBuilder().append(listed + e.omitted()).append(" errors");
    if (e.omitted() > 0) {
      line.append(", ").append(e.omitted()).append(" of them not shown");
    }
    if (e.causes() > 0 && e.causes() < listed) {
      line.append("; mend the first")
          .append(e.causes() == 1 ? "" : " " + e.causes())
          .append(" before the others, which may follow from ")
          .append(e.causes() == 1 ? "it" : "them");
    }
    return line.toString();
  }

  static JsonArray array(List<Diagnostic> diagnostics) {
    JsonArray array = new JsonArray();
    for (Diagnostic diagnostic : diagnostics) {
      JsonObject problem = new JsonObject();
      problem.put("file", diagnostic.location().file());
      diagnostic.location().line().ifPresent(line -> problem.put("line", line));
      problem.put("what", diagnostic.what());
      problem.put("why", diagnostic.why());
      problem.put("fix", diagnostic.fix());
      array.add(problem);
    }
    return array;
  }
}
