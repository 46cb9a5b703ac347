package org.w3id.scokg.server;

import java.util.List;
import org.eclipse.jetty.server.Server;

/**
 * A server that is about to start, as whoever operates it sees it.
 *
 * @param jetty what takes its requests, not started yet
 * @param paths the paths that it answers at, each with the slash before it
 * @param settings how its configuration wants it to be operated
 * @param activity what its queries come to
 * @param serving what it answers from
 */
public record Operated(
    Server jetty,
    List<String> paths,
    OperationSettings settings,
    Activity activity,
    Serving serving) {

  /** Takes a copy of the paths. */
  public Operated {
    paths = List.copyOf(paths);
  }
}
