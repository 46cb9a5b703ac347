package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program {@code scokg}. */
@Command(
    name = "scokg",
    description = "Builds a knowledge graph from tables of facts, and serves it over SPARQL.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "scokg 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the input has errors",
      "2:wrong usage",
      "70:a bug of this program"
    },
    exitCodeOnExecutionException = ExitCode.BUG,
    subcommands = {
      CheckCommand.class,
      BuildCommand.class,
      ServeCommand.class,
      QueryCommand.class,
      MapCommand.class,
      CiteCommand.class,
      RehearseCommand.class,
      GenerateCompletion.class
    })
public final class Main {

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /**
   * Runs the program.
   *
   * @param out takes the result, and nothing else
   * @param err takes everything else
   * @param args the command line
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine program =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Mistakes::wrongUsage)
            .setExecutionExceptionHandler(Mistakes::failed);
    return program.execute(args);
  }
}
