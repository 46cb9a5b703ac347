package org.w3id.scokg.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.LinkQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.propose.Draft;
import org.w3id.scokg.propose.Inquiry;
import org.w3id.scokg.propose.ObjectSpace;
import org.w3id.scokg.propose.ReviewFile;
import org.w3id.scokg.propose.Service;
import org.w3id.scokg.propose.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a reconciliation service for links, and keeps what it proposes for review. */
@Command(
    name = "link",
    description = "Ask a reconciliation service for links, and keep its proposals for review.",
    subcommands = {LinkReviewCommand.class, LinkVerifyCommand.class})
final class LinkCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;
  @Mixin ServiceOptions service;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The mapping set that links are sought for: mappings/NAME.sssom.tsv.")
  Optional<Path> to = Optional.empty();

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description = "Where proposals are kept. Default: NAME.review.tsv beside the mapping set.")
  Optional<Path> review = Optional.empty();

  @Mixin SubjectOptions selection;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many candidates are wanted for an entity (default: ${DEFAULT-VALUE}).")
  int limit = 5;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      description = "Below this score a candidate is not proposed (default: ${DEFAULT-VALUE}).")
  double threshold = 0;

  @Mixin CacheOptions cache;
  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    Path target =
        to.orElseThrow(
            () ->
                new ParameterException(spec.commandLine(), "Missing required option: '--to=FILE'"));
    SssomFile mappings = SssomFile.open(target, opened.name(target));
    ReviewFile proposals = proposals(opened, target);
    List<Subject> subjects = selection.select(spec.commandLine(), opened, target, mappings);
    Service asked = service.open(spec.commandLine(), output);
    Draft draft =
        new Draft(
            mappings, ObjectSpace.of(LinkQuery.identifiers(target), mappings, asked), threshold);
    draft.check(subjects);
    Inquiry.Findings findings =
        new Inquiry(asked, cache.open(opened), service.batch, limit, output::progress)
            .ask(subjects);
    Draft.Tally tally = draft.into(proposals, findings);
    output.progressDone();
    report(output, proposals, findings, tally);
    return ExitCode.DONE;
  }

  private ReviewFile proposals(Project opened, Path target) {
    Path file = review.orElse(ReviewFile.beside(target));
    return Files.exists(file)
        ? ReviewFile.open(file, opened.name(file))
        : ReviewFile.begin(file, opened.name(file), target);
  }

  /** What was found is kept even where something went wrong, and both are told. */
  private static void report(
      Output output, ReviewFile proposals, Inquiry.Findings findings, Draft.Tally tally) {
    output.note(
        String.format(
            "asked for %,d entities; %,d candidates for %,d entities, none for %,d",
            findings.asked(), tally.candidates(), tally.found(), tally.notFound()));
    findings.problems().throwIfAny();
    if (output.isJson()) {
      JsonObject document = new JsonObject();
      document.put("ok", true);
      document.put("asked", findings.asked());
      document.put("candidates", tally.candidates());
      document.put("found", tally.found());
      document.put("notFound", tally.notFound());
      document.put("review", proposals.name());
      output.result(document);
    } else if (!proposals.proposals().isEmpty()) {
      output.result(proposals.name());
    }
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
