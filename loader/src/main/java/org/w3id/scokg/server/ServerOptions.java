package org.w3id.scokg.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a server is started. Each {@code with…} answers the same options but for one.
 *
 * @param host the name or address to listen at
 * @param port the port to listen at; 0 takes one that is free
 * @param extensions what is served besides queries, from the dataset of the first service. Defaults
 *     to nothing
 * @param build the directory of the build to serve at first. Defaults to the current one
 * @param administration who may change which build is served. Defaults to nobody
 * @param attendant who looks after the server. Defaults to nobody
 */
public record ServerOptions(
    String host,
    int port,
    List<Extension> extensions,
    Optional<Path> build,
    Optional<Administration> administration,
    Attendant attendant) {

  /** Makes the lists unchangeable. */
  public ServerOptions {
    extensions = List.copyOf(extensions);
  }

  /** The defaults, for a host and a port. */
  public static ServerOptions at(String host, int port) {
    return new ServerOptions(
        host, port, List.of(), Optional.empty(), Optional.empty(), Attendant.NONE);
  }

  /** With these extensions. */
  public ServerOptions withExtensions(List<Extension> other) {
    return new ServerOptions(host, port, other, build, administration, attendant);
  }

  /** With this build to serve at first. */
  public ServerOptions withBuild(Path other) {
    return new ServerOptions(host, port, extensions, Optional.of(other), administration, attendant);
  }

  /** With this administration, if any. */
  public ServerOptions withAdministration(Optional<Administration> other) {
    return new ServerOptions(host, port, extensions, build, other, attendant);
  }

  /** With this attendant. */
  public ServerOptions withAttendant(Attendant other) {
    return new ServerOptions(host, port, extensions, build, administration, other);
  }
}
