package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, and whose mistake it was. */
final class Mistakes {

  private Mistakes() {}

  static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("scokg: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        err.println("Did you mean " + String.join(" or ", suggestions) + "?");
      }
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.WRONG_USAGE;
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (Thread.currentThread().isInterrupted()) {
      // Told to stop, and whoever told it knows why.
      return ExitCode.INTERRUPTED;
    }
    if (NobodyReads.isCauseOf(e)) {
      return ExitCode.DONE;
    }
    Output output = output(command.getCommand(), command);
    if (e instanceof InputException problems) {
      output.problems(problems);
      return ExitCode.INPUT_ERRORS;
    }
    PrintWriter err = command.getErr();
    err.println("scokg: a bug of this program: " + e);
    if (output.showsStackTraces()) {
      e.printStackTrace(err);
    } else {
      err.println("Run again with --stacktrace, and report what it prints.");
    }
    return ExitCode.BUG;
  }

  /** What is held is free again by now, so that this can be told. */
  static int memoryIsShort(PrintWriter err) {
    err.println(
        new Diagnostic(
            Location.of("scokg"),
            "the memory is not enough",
            "the heap may take %d MiB".formatted(Runtime.getRuntime().maxMemory() >> 20),
            "give the program more, for example by JAVA_TOOL_OPTIONS=-Xmx8g"));
    return ExitCode.INPUT_ERRORS;
  }

  private static Output output(Object command, CommandLine line) {
    OutputOptions options =
        command instanceof Reporting reporting ? reporting.outputOptions() : new OutputOptions();
    return new Output(options, line.getOut(), line.getErr());
  }
}
