package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.LinkQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.propose.Subject;
import org.w3id.scokg.server.ReadOnlyDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which entities a service is asked for. */
final class SubjectOptions {

  @Option(
      names = "--type",
      paramLabel = "CLASS",
      description = "Ask for entities of this class only; may be repeated.")
  List<String> types = List.of();

  @Option(names = "--all", description = "Ask also for entities that have a mapping already.")
  boolean all;

  /**
   * What the query beside a mapping set selects, without what the mapping set speaks of.
   *
   * @param target where the mapping set is
   */
  List<Subject> select(CommandLine command, Project project, Path target, SssomFile mappings) {
    LinkQuery query = LinkQuery.beside(target, project);
    Dataset dataset = project.dataset();
    List<String> classes = types.stream().map(type -> expand(type, dataset, command)).toList();
    List<Subject> selected;
    try (ReadOnlyDatabase database =
        CurrentBuild.open(project, "the entities of the current build are asked for")) {
      selected = query.subjects(database.dataset(), dataset, classes);
    }
    if (selected.isEmpty() && !types.isEmpty()) {
      throw new ParameterException(
          command, "--type: nothing that is to be linked is a " + String.join(" or ", types));
    }
    Set<String> settled = all ? Set.of() : mappings.subjects();
    return selected.stream().filter(subject -> !settled.contains(subject.iri())).toList();
  }

  private static String expand(String type, Dataset dataset, CommandLine command) {
    int colon = type.indexOf(':');
    String namespace = colon < 0 ? null : dataset.prefixes().get(type.substring(0, colon));
    if (namespace != null) {
      return namespace + type.substring(colon + 1);
    }
    if (type.contains("://")) {
      return type;
    }
    throw new ParameterException(
        command, "--type must be an IRI, or have a prefix of the dataset: '" + type + "'");
  }
}
