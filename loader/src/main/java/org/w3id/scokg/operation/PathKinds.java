package org.w3id.scokg.operation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of paths that requests are counted by. There are few of them, whatever strangers ask
 * for.
 *
 * @param paths the paths that are served, each with the slash before it
 */
record PathKinds(List<String> paths) {

  static final String HEALTH = "/health";
  static final String METRICS = "/metrics";

  /** The kind of what is not served. */
  static final String OTHER = "other";

  PathKinds(List<String> paths) {
    this.paths = Stream.concat(paths.stream(), Stream.of(HEALTH, METRICS)).toList();
  }

  /** Every kind there is. */
  List<String> all() {
    return Stream.concat(paths.stream(), Stream.of(OTHER)).toList();
  }

  /** The path that is served and that a path is or lies below. */
  String of(String path) {
    return paths.stream()
        .filter(served -> path.equals(served) || path.startsWith(served + "/"))
        .findFirst()
        .orElse(OTHER);
  }
}
