package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.doctor.Doctor;
import org.w3id.scokg.doctor.Finding;
import org.w3id.scokg.doctor.Finding.Level;
import org.w3id.scokg.doctor.Patient;
import org.w3id.scokg.server.SparqlServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines the machine and the project, and changes nothing. */
@Command(name = "doctor", description = "Check whether this machine can serve the project.")
final class DoctorCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to be listened at (default: ${DEFAULT-VALUE}).")
  String host = SparqlServer.LOOPBACK;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to be listened at (default: ${DEFAULT-VALUE}).")
  int port = 3030;

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      description = "The file that is to hold the token for publishing.")
  Optional<Path> adminToken = Optional.empty();

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description = "The file that is to hold the token for metrics.")
  Optional<Path> metricsToken = Optional.empty();

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    List<Finding> findings = new ArrayList<>(described());
    findings.addAll(Doctor.examine(patient()));
    boolean fit = findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    if (output.isJson()) {
      output.result(document(fit, findings));
    } else {
      findings.stream()
          .filter(finding -> !options.quiet || finding.level() != Level.OK)
          .forEach(finding -> output.result(finding.toString()));
    }
    return fit ? ExitCode.DONE : ExitCode.INPUT_ERRORS;
  }

  /** What hinders the project from being opened; the machine is examined all the same. */
  private List<Finding> described() {
    try {
      project.open();
      return List.of();
    } catch (InputException e) {
      return e.diagnostics().stream().map(problem -> Finding.of("project", problem)).toList();
    }
  }

  private Patient patient() {
    Path directory = project.directory.toAbsolutePath().normalize();
    Map<String, Path> tokens = new TreeMap<>();
    adminToken.ifPresent(file -> tokens.put("publishing", file));
    metricsToken.ifPresent(file -> tokens.put("metrics", file));
    return new Patient(
        directory,
        directory.resolve("builds"),
        directory.resolve("fuseki-config/server.ttl"),
        host,
        port,
        tokens,
        System.getenv());
  }

  private static JsonObject document(boolean fit, List<Finding> findings) {
    JsonArray array = new JsonArray();
    for (Finding finding : findings) {
      JsonObject entry = new JsonObject();
      entry.put("check", finding.check());
      entry.put("level", finding.level().name().toLowerCase(Locale.ROOT));
      entry.put("what", finding.what());
      if (!finding.fix().isEmpty()) {
        entry.put("fix", finding.fix());
      }
      array.add(entry);
    }
    JsonObject document = new JsonObject();
    document.put("ok", fit);
    document.put("checks", array);
    return document;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
