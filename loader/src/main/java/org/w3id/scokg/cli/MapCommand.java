package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;
import org.w3id.scokg.rml.RowListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs any RML mapping. */
@Command(name = "map", description = "Run an RML mapping; its sources are looked for beside it.")
final class MapCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Option(names = "--mapping", paramLabel = "FILE", required = true, description = "The mapping.")
  Path mapping;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description =
          "Where the statements go; the ending says the syntax: .nq .nt .ttl .trig .jsonld .rdf,"
              + " and .gz. '-' prints N-Quads.")
  String outputFile;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What relative IRIs are prefixed with.")
  Optional<String> base = Optional.empty();

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Path folder = Optional.ofNullable(mapping.toAbsolutePath().getParent()).orElse(Path.of(""));
    Mapping read =
        Mapping.read(List.of(mapping), new MappingOptions(base, folder, folder, Path.of("")));
    long[] rows = {0};
    RowListener counter = (table, line) -> rows[0]++;
    try (StatementFile file = StatementFile.open(outputFile, spec.commandLine().getOut())) {
      Diagnostics problems = new Diagnostics();
      read.run(file.handler(), counter, problems);
      problems.throwIfAny();
      long statements = file.finish();
      output.note(String.format("%,d rows read, %,d statements made", rows[0], statements));
    }
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
