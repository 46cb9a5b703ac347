package org.w3id.scokg.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.scokg.Project;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.propose.Review;
import org.w3id.scokg.propose.ReviewFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides on proposals, one after the other. */
@Command(name = "review", description = "Decide on proposals, one after the other.")
final class LinkReviewCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The proposals. Default: the review file of the project, if it has one only.")
  Optional<Path> file = Optional.empty();

  @Mixin ProjectOption project;

  @Option(
      names = "--reviewer",
      paramLabel = "ID",
      required = true,
      description = "Who decides: a CURIE with a prefix of the mapping set.")
  String reviewer;

  @Mixin OutputOptions options;

  @Override
  public Integer call() throws IOException {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    Path proposals = file.orElseGet(() -> only(opened));
    ReviewFile open = ReviewFile.open(proposals, opened.name(proposals));
    SssomFile mappings = SssomFile.open(open.mappings(), opened.name(open.mappings()));
    Review review = new Review(open, mappings, reviewer, LocalDate.now(ZoneId.systemDefault()));
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new ReviewDialogue(review, answers, output).run();
    return ExitCode.DONE;
  }

  private Path only(Project opened) {
    List<Path> files = opened.reviewFiles();
    if (files.size() == 1) {
      return files.get(0);
    }
    throw new ParameterException(
        spec.commandLine(),
        files.isEmpty()
            ? "there is nothing to review; 'scokg link' asks for proposals"
            : "there are " + files.size() + " review files; name the one that is meant");
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
