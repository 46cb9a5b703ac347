package org.w3id.scokg.operation;

import java.util.Comparator;
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
    // The longest first, since pages lie below the root, where everything lies.
    this.paths =
        Stream.concat(paths.stream(), Stream.of(HEALTH, METRICS))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Every kind there is. */
  List<String> all() {
    return Stream.concat(paths.stream().map(PathKinds::shown), Stream.of(OTHER)).toList();
  }

  /** The path that is served and that a path is or lies below. */
  String of(String path) {
    return paths.stream()
        .filter(served -> path.equals(served) || path.startsWith(served + "/"))
        .findFirst()
        .map(PathKinds::shown)
        .orElse(OTHER);
  }

  private static String shown(String path) {
    return path.isEmpty() ? "/" : path;
  }
}
