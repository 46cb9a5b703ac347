package org.w3id.scokg.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.server.Secret;

/**
 * Whether tokens are long enough, and kept from others. They are not told.
 *
 * @param files the files that hold tokens, by the purpose of these
 * @param environment the variables of the environment, some of which may hold tokens
 */
record Tokens(Map<String, Path> files, Map<String, String> environment) implements Check {

  private static final String NAME = "tokens";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    files.forEach((purpose, file) -> findings.add(inFile(purpose, file)));
    for (String variable : List.of("SCOKG_ADMIN_TOKEN", "SCOKG_METRICS_TOKEN")) {
      inEnvironment(variable).ifPresent(findings::add);
    }
    return findings.isEmpty() ? List.of(Finding.ok(NAME, "none is set")) : findings;
  }

  private Finding inFile(String purpose, Path file) {
    try {
      Secret.find(Optional.of(file), Map.of(), "");
      return isOpen(file)
          ? Finding.error(
              NAME,
              "others may read or write %s, the token for %s".formatted(file, purpose),
              "chmod 600 " + file)
          : Finding.ok(
              NAME, "the token for %s is long enough and kept from others".formatted(purpose));
    } catch (InputException e) {
      return Finding.of(NAME, e.diagnostics().get(0));
    }
  }

  /** A group may be let read it: so does systemd with what it hands to a service. */
  private static boolean isOpen(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private Optional<Finding> inEnvironment(String variable) {
    try {
      return Secret.find(Optional.empty(), environment, variable)
          .map(token -> Finding.ok(NAME, variable + " is long enough"));
    } catch (InputException e) {
      return Optional.of(Finding.of(NAME, e.diagnostics().get(0)));
    }
  }
}
