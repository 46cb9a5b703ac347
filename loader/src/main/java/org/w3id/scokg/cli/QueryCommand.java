package org.w3id.scokg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.w3id.scokg.NamedQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.server.ReadOnlyDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers the project's named queries, or lists them. */
@Command(name = "query", description = "Answer a named query; without a name, list them.")
final class QueryCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The query, as listed.")
  Optional<String> name = Optional.empty();

  @Mixin ProjectOption project;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  QueryFormat format = QueryFormat.TABLE;

  @Option(
      names = "--allow-service",
      description = "Let the query ask other endpoints (SERVICE); by default none is asked.")
  boolean allowService;

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    Diagnostics problems = new Diagnostics();
    List<NamedQuery> queries = NamedQuery.all(opened, problems);
    problems.throwIfAny();
    if (name.isEmpty()) {
      list(queries, output);
    } else {
      answer(opened, here(find(queries, name.get())));
    }
    return ExitCode.DONE;
  }

  private static void list(List<NamedQuery> queries, Output output) {
    List<List<String>> rows = new ArrayList<>();
    queries.forEach(query -> rows.add(List.of(query.name(), query.title())));
    new TextTable(List.of("name", "question"), rows).lines().forEach(output::result);
  }

  private NamedQuery find(List<NamedQuery> queries, String wanted) {
    return queries.stream()
        .filter(query -> query.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no query '"
                        + wanted
                        + "'"
                        + Suggestion.nearest(
                                wanted, queries.stream().map(NamedQuery::name).toList())
                            .map(nearest -> "; did you mean '" + nearest + "'?")
                            .orElse("; 'scokg query' lists them")));
  }

  /** Refuses a query that starts from the data of another endpoint. */
  private NamedQuery here(NamedQuery query) {
    query
        .target()
        .ifPresent(
            endpoint -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "the query is asked at %s, which then asks this graph; send it %s"
                      .formatted(endpoint, query.file()));
            });
    return query;
  }

  private void answer(Project opened, NamedQuery query) {
    try (ReadOnlyDatabase open =
        CurrentBuild.open(opened, "a query is answered from the current build")) {
      new Answer(open.dataset(), opened.dataset(), allowService)
          .write(query, format, spec.commandLine().getOut());
    } catch (QueryParseException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(query.file()),
              "a text to search for is written wrong: "
                  + String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse(""),
              "text:query takes the syntax of Lucene, in which these have a meaning: + - ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
              "put a backslash before such a character"));
    } catch (QueryExceptionHTTP | HttpException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(query.file()),
              "another endpoint gives no answer: " + e.getMessage(),
              "the query asks it (SERVICE)",
              "correct its address, or ask when it can be reached"));
    } catch (QueryDeniedException e) {
      throw new ParameterException(
          spec.commandLine(),
          "the query asks another endpoint (SERVICE); allow it with --allow-service",
          e);
    }
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
