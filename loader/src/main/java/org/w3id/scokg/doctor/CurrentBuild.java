package org.w3id.scokg.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.server.ReadOnlyDatabase;

/**
 * Whether the build that would be served is sound: its report, its dumps, its database.
 *
 * @param builds the folder of builds
 */
record CurrentBuild(Path builds) implements Check {

  private static final String NAME = "build";
  private static final String AGAIN = "delete the build, and make it again with 'scokg build'";

  @Override
  public List<Finding> findings() {
    Optional<Path> current = Builds.in(builds).current();
    if (current.isEmpty()) {
      return List.of(
          Finding.warning(
              NAME, "there is no current build", "run 'scokg build'; 'serve' does, too"));
    }
    List<Finding> findings = new ArrayList<>();
    Path build = current.get();
    String id = String.valueOf(build.getFileName());
    report(build, findings).ifPresent(report -> compare(build, id, report, findings));
    open(build, findings);
    if (findings.isEmpty()) {
      findings.add(Finding.ok(NAME, "build %s is whole, and its database answers".formatted(id)));
    }
    return findings;
  }

  private static Optional<JsonObject> report(Path build, List<Finding> findings) {
    Path file = build.resolve("report.json");
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(JSON.parse(in));
    } catch (IOException | JsonException e) {
      findings.add(
          Finding.error(
              NAME,
              "the report of build %s cannot be read: %s"
                  .formatted(build.getFileName(), e.getClass().getSimpleName()),
              AGAIN));
      return Optional.empty();
    }
  }

  private static void compare(Path build, String id, JsonObject report, List<Finding> findings) {
    if (!report.hasKey("id")
        || !report.get("id").isString()
        || !report.getString("id").equals(id)) {
      findings.add(
          Finding.error(NAME, "the report in build %s is that of another".formatted(id), AGAIN));
    }
    if (!report.hasKey("dumps") || !report.get("dumps").isObject()) {
      findings.add(
          Finding.error(NAME, "the report of build %s lists no dumps".formatted(id), AGAIN));
      return;
    }
    JsonObject dumps = report.getObj("dumps");
    for (String dump : dumps.keys()) {
      if (!digest(build.resolve("dumps").resolve(dump)).equals(dumps.getString(dump))) {
        findings.add(
            Finding.error(
                NAME,
                "dump %s of build %s is not the one that its report tells of".formatted(dump, id),
                AGAIN));
      }
    }
  }

  /** The digest of a file; empty if it cannot be read. */
  private static String digest(Path file) {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bug: every Java has SHA-256", e);
    }
  }

  private void open(Path build, List<Finding> findings) {
    Path database = build.resolve("database");
    try (ReadOnlyDatabase open = ReadOnlyDatabase.open(database, name(database))) {
      if (!open.answers()) {
        findings.add(Finding.error(NAME, "the database does not answer the simplest query", AGAIN));
      }
    } catch (InputException e) {
      e.diagnostics().forEach(problem -> findings.add(Finding.of(NAME, problem)));
    }
  }

  private String name(Path database) {
    return String.valueOf(
        builds.toAbsolutePath().normalize().resolve("..").normalize().relativize(database));
  }
}
