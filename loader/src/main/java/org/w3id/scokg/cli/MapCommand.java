package org.w3id.scokg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;
import org.w3id.scokg.rml.MappingSummary;
import org.w3id.scokg.rml.OnError;
import org.w3id.scokg.rml.UnknownReference;
import org.w3id.scokg.store.LoadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs any RML mapping. */
@Command(name = "map", description = "Run an RML mapping over CSV, JSON and XML.")
final class MapCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "The mapping; several files are one mapping.")
  List<Path> mappings;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description =
          "Where the statements go; the ending says the syntax: .nq .nt .ttl .trig .jsonld .rdf,"
              + " and .gz; .tdb2 makes a database. '-' prints N-Quads.")
  String outputFile;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What relative IRIs are prefixed with.")
  Optional<String> base = Optional.empty();

  @Option(
      names = "--allow",
      paramLabel = "DIR",
      description = "The folder that sources and targets lie in. Default: that of the mapping.")
  Optional<Path> allowed = Optional.empty();

  @Option(
      names = "--on-error",
      paramLabel = "fail|skip|keep",
      description =
          "What becomes of a record with an unusable value: fail ends without output, skip leaves"
              + " the record out, keep makes what can be made of it. Default: fail.")
  OnError onError = OnError.FAIL;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Where records go that are left out, in JSON Lines with the reasons. Default: the output"
              + " with .rejects.jsonl.")
  Optional<String> rejects = Optional.empty();

  @Option(
      names = "--unknown-reference",
      paramLabel = "error|null",
      description =
          "What a column or reference is that no record has: an error or NULL. Default: error.")
  UnknownReference unknownReference = UnknownReference.ERROR;

  @Option(
      names = "--join-memory",
      paramLabel = "MIB",
      description =
          "How much memory the parents of a join may take before they go to a temporary file."
              + " Default: a quarter of the heap.")
  Optional<Integer> joinMemory = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySize.class,
      description =
          "About how much memory the making of a database may take, such as 512m or 2g, before it"
              + " goes to temporary files. Default: 1g or half of the heap.")
  Optional<Long> memory = Optional.empty();

  @Option(
      names = "--union",
      description =
          "Put what the named graphs of a database have into its default graph as well, so that a"
              + " query reads all of them as fast as one.")
  boolean union;

  @Mixin OutputOptions options;

  @Override
  public Integer call() throws IOException {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    if (outputFile.equals("-") && options.json) {
      throw new ParameterException(
          spec.commandLine(), "--json and --output - both write to standard output");
    }
    if ((union || memory.isPresent()) && !DatabaseOutput.isNamed(outputFile)) {
      throw new ParameterException(
          spec.commandLine(), "--memory and --union are for databases, whose names end with .tdb2");
    }
    Mapping mapping = Mapping.read(mappings, mappingOptions());
    Diagnostics problems = new Diagnostics();
    MapReport report = new MapReport(output, new RejectFile(rejectFile()));
    try (report;
        MapOutput files =
            MapOutput.open(outputFile, mapping, loadOptions(report), spec.commandLine().getOut())) {
      MappingSummary summary = files.write(report, problems);
      problems.throwIfAny();
      files.finish();
      report.finish(summary, files.database());
    }
    return ExitCode.DONE;
  }

  private MappingOptions mappingOptions() {
    Path folder =
        Optional.ofNullable(mappings.get(0).toAbsolutePath().getParent()).orElse(Path.of(""));
    MappingOptions chosen =
        MappingOptions.in(Path.of(""))
            .withAllowedRoot(allowed.orElse(folder))
            .withBaseIri(base)
            .withOnError(onError)
            .withUnknownReference(unknownReference);
    return joinMemory.map(mib -> chosen.withJoinMemory((long) mib << 20)).orElse(chosen);
  }

  private LoadOptions loadOptions(MapReport report) {
    LoadOptions usual = LoadOptions.usual().withProgress(report).withUnion(union);
    if (memory.isEmpty()) {
      return usual;
    }
    long most = LoadOptions.mostMemory();
    if (memory.get() < LoadOptions.LEAST_MEMORY || memory.get() > most) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              "--memory must be from %dm to %dm, half of the heap",
              LoadOptions.LEAST_MEMORY >> 20, most >> 20));
    }
    return usual.withMemory(memory.get());
  }

  private String rejectFile() {
    return rejects.orElse((outputFile.equals("-") ? "output" : outputFile) + ".rejects.jsonl");
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
