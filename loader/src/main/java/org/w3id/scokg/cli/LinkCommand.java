package org.w3id.scokg.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.LinkQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.propose.AnswerCache;
import org.w3id.scokg.propose.Draft;
import org.w3id.scokg.propose.Inquiry;
import org.w3id.scokg.propose.ObjectSpace;
import org.w3id.scokg.propose.ReviewFile;
import org.w3id.scokg.propose.Service;
import org.w3id.scokg.propose.Subject;
import org.w3id.scokg.server.ReadOnlyDatabase;
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

  @Option(
      names = "--type",
      paramLabel = "CLASS",
      description = "Ask for entities of this class only; may be repeated.")
  List<String> types = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many candidates are wanted for an entity (default: ${DEFAULT-VALUE}).")
  int limit = 5;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "Below this score a candidate is not proposed (default: ${DEFAULT-VALUE}).")
  double threshold = 0;

  @Option(names = "--all", description = "Ask also for entities that have a mapping already.")
  boolean all;

  @Option(names = "--refresh", description = "Ask anew what was answered before.")
  boolean refresh;

  @Option(names = "--no-cache", description = "Neither use nor keep answers.")
  boolean noCache;

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    Path target =
        to.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "Missing required option: '--to=FILE'"));
    SssomFile mappings = SssomFile.open(target, opened.name(target));
    ReviewFile proposals = proposals(opened, target);
    List<Subject> subjects = subjects(opened, target, mappings);
    Service asked = service.open(spec.commandLine(), output);
    Draft draft =
        new Draft(
            mappings, ObjectSpace.of(LinkQuery.identifiers(target), mappings, asked), threshold);
    draft.check(subjects);
    Inquiry.Findings findings =
        new Inquiry(asked, cache(opened), service.batch, limit, output::progress).ask(subjects);
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

  /** What is to be asked for: what the query selects, without what has been settled. */
  private List<Subject> subjects(Project opened, Path target, SssomFile mappings) {
    LinkQuery query = LinkQuery.beside(target, opened);
    List<String> classes = types.stream().map(type -> expand(type, opened)).toList();
    try (ReadOnlyDatabase database =
        CurrentBuild.open(opened, "the entities of the current build are asked for")) {
      List<Subject> subjects = query.subjects(database.dataset(), opened.dataset(), classes);
      Set<String> settled = all ? Set.of() : mappings.subjects();
      return subjects.stream().filter(subject -> !settled.contains(subject.iri())).toList();
    }
  }

  private String expand(String type, Project opened) {
    String prefix = type.substring(0, Math.max(0, type.indexOf(':')));
    String namespace = opened.dataset().prefixes().get(prefix);
    if (namespace != null && type.contains(":")) {
      return namespace + type.substring(prefix.length() + 1);
    }
    if (type.contains("://")) {
      return type;
    }
    throw new ParameterException(
        spec.commandLine(), "--type must be an IRI, or have a prefix of the dataset: '" + type + "'");
  }

  private AnswerCache cache(Project opened) {
    AnswerCache.Use use =
        noCache
            ? AnswerCache.Use.NONE
            : refresh ? AnswerCache.Use.REFRESH : AnswerCache.Use.KEEP;
    return new AnswerCache(opened.answers(), use);
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
    } else {
      output.result(proposals.name());
    }
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
