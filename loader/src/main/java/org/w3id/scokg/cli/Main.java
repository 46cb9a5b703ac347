package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.w3id.scokg.Project;
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
    exitCodeOnExecutionException = ExitCode.BUG)
public final class Main {

  /** The commands, in the order in which help lists them. */
  private static final Map<String, Class<?>> COMMANDS = commands();

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    wake(args);
    System.exit(
        run(
            StandardOutput.open(),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /**
   * Loads what a command will need on a thread of its own, which takes about as long as the command
   * line takes to be read.
   */
  private static void wake(String... args) {
    // Two threads that begin to log at once are told so on standard error.
    LoggerFactory.getILoggerFactory();
    String command = args.length == 0 ? "" : args[0];
    Runnable work =
        switch (command) {
          case "check", "build", "publish", "rollback", "serve", "query", "link", "doctor" ->
              Project::wakeJena;
          case "map" -> () -> MapRehearsal.readMappings(args);
          default -> () -> {};
        };
    Thread waker = new Thread(work, "waker");
    waker.setDaemon(true);
    waker.start();
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
    CommandLine program = new CommandLine(new Main());
    add(program, args);
    program
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Mistakes::wrongUsage)
        .setExecutionExceptionHandler(Mistakes::failed);
    try {
      return program.execute(args);
    } catch (OutOfMemoryError e) {
      return Mistakes.memoryIsShort(err);
    }
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand.class);
    commands.put("build", BuildCommand.class);
    commands.put("publish", PublishCommand.class);
    commands.put("rollback", RollbackCommand.class);
    commands.put("serve", ServeCommand.class);
    commands.put("query", QueryCommand.class);
    commands.put("link", LinkCommand.class);
    commands.put("map", MapCommand.class);
    commands.put("cite", CiteCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("rehearse", RehearseCommand.class);
    commands.put("generate-completion", GenerateCompletion.class);
    return Collections.unmodifiableMap(commands);
  }

  /**
   * Adds the command that is asked for, if it is plain which; else all of them. To set a command up
   * takes picocli longer than most commands take to run.
   */
  private static void add(CommandLine program, String... args) {
    Class<?> wanted = args.length == 0 ? null : COMMANDS.get(args[0]);
    if (wanted != null && wanted != GenerateCompletion.class) {
      program.addSubcommand(args[0], wanted);
    } else {
      COMMANDS.forEach(program::addSubcommand);
    }
  }
}
