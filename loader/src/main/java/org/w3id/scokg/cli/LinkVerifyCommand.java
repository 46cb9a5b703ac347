package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.LinkQuery;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.propose.ObjectSpace;
import org.w3id.scokg.propose.Service;
import org.w3id.scokg.propose.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a service again about published links. */
@Command(
    name = "verify",
    description = "Ask a reconciliation service whether published links still hold.")
final class LinkVerifyCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The mapping set: mappings/NAME.sssom.tsv.")
  Path file;

  @Mixin ServiceOptions service;
  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    SssomFile mappings = SssomFile.open(file, file.toString());
    Service asked = service.open(spec.commandLine(), output);
    ObjectSpace space = ObjectSpace.of(LinkQuery.identifiers(file), mappings, asked);
    Diagnostics changes = new Diagnostics();
    int verified = new Verification(space, service.batch, output::progress).run(changes);
    output.progressDone();
    changes.throwIfAny();
    if (output.isJson()) {
      JsonObject document = new JsonObject();
      document.put("ok", true);
      document.put("verified", verified);
      output.result(document);
    } else {
      output.result(String.format("ok: %,d links verified", verified));
    }
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
