package org.w3id.scokg.doctor;

import java.nio.file.Path;
import java.util.Map;

/**
 * What is to be examined.
 *
 * @param project the project's folder
 * @param builds the folder of its builds
 * @param configuration the configuration of its server
 * @param host the address that the server is to listen at
 * @param port the port that it is to listen at
 * @param tokens the files that hold tokens, by the purpose of these
 * @param environment the variables of the environment
 */
public record Patient(
    Path project,
    Path builds,
    Path configuration,
    String host,
    int port,
    Map<String, Path> tokens,
    Map<String, String> environment) {

  /** Takes copies of the maps. */
  public Patient {
    tokens = Map.copyOf(tokens);
    environment = Map.copyOf(environment);
  }
}
