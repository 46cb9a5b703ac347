package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.List;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.pages.OpenSite;
import org.w3id.scokg.pages.Site;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.server.Extension;

/** The pages as part of the server. */
final class Pages {

  /** Where a project's configuration has the endpoint, as the pages name it. */
  private static final String ENDPOINT = "/sparql";

  private Pages() {}

  /**
   * The pages, at all paths that nothing else is at, and what browsers get of the endpoint.
   *
   * @param texts folders with the texts of sources, which are then quoted
   */
  static Extension of(Dataset dataset, List<Path> texts, SharedNames names) {
    return new Extension(
            "",
            (graph, build) ->
                new OpenSite(
                    graph, site(dataset, build, texts), names.of(graph), () -> published(build)))
        .showing(ENDPOINT);
  }

  /** The builds that were published, as far as they are still there; this one at least. */
  private static List<Path> published(Path build) {
    Builds builds = Builds.in(build.resolveSibling("."));
    List<Path> published =
        builds.published().stream().flatMap(id -> builds.find(id).stream()).toList();
    return published.isEmpty() ? List.of(build) : published;
  }

  private static Site site(Dataset dataset, Path build, List<Path> texts) {
    return new Site(
        dataset.iri().getURI(),
        dataset.title(),
        dataset.base(),
        dataset.prefixes(),
        dataset.languages(),
        build,
        ENDPOINT,
        texts);
  }
}
