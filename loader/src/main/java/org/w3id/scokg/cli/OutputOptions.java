package org.w3id.scokg.cli;

import picocli.CommandLine.Option;

/** How a command reports; the same on all commands. */
final class OutputOptions {

  @Option(names = "--quiet", description = "Print results and errors only.")
  boolean quiet;

  @Option(names = "--json", description = "Print one JSON document for machines.")
  boolean json;

  @Option(names = "--stacktrace", description = "Show where in the program a bug struck.")
  boolean stacktrace;
}
