package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the texts of sources are. */
final class SourcesOption {

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description =
          "A folder with the texts of sources: every digest is then computed again, and the pages of"
              + " serve quote what is cited. May be given more than once.")
  List<Path> folders = List.of();
}
