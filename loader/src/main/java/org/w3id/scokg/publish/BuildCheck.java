package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * Checks that the files of a build are all there and as they were written: its report, its dumps
 * and its database.
 *
 * @param build the build's directory
 * @param name the path as messages should show it
 */
public record BuildCheck(Path build, String name) {

  private static final String REPORT = "report.json";
  private static final String SUMS = "dumps/SHA256SUMS";

  /**
   * Checks the build, in the time that it takes to read it.
   *
   * @throws InputException if it is not what was built
   */
  public void run() {
    try {
      Map<String, String> sums = sums();
      checkReport(sums);
      for (Map.Entry<String, String> sum : sums.entrySet()) {
        Path dump = build.resolve("dumps").resolve(sum.getKey());
        if (!FileDigests.digest(dump, Files.size(dump)).equals(sum.getValue())) {
          throw damaged("dumps/" + sum.getKey());
        }
      }
      Optional<String> changed = FileDigests.changed(build);
      if (changed.isPresent()) {
        throw damaged(changed.get());
      }
    } catch (NoSuchFileException e) {
      throw incomplete(build.relativize(Path.of(e.getFile())).toString());
    } catch (IOException e) {
      throw problem(
          "the build cannot be read: " + Builds.reason(e),
          "its files must be readable by whoever publishes or serves it",
          "correct their owner and mode");
    }
  }

  private Map<String, String> sums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readString(build.resolve(SUMS)).lines().toList()) {
      String[] parts = line.split("  ", 2);
      if (parts.length < 2) {
        throw damaged(SUMS);
      }
      sums.put(parts[1], parts[0]);
    }
    return sums;
  }

  /** The report names the build and repeats the digests, so each vouches for the other. */
  private void checkReport(Map<String, String> sums) throws IOException {
    String id = String.valueOf(build.getFileName());
    try {
      JsonObject report = JSON.parse(Files.readString(build.resolve(REPORT)));
      Map<String, String> reported = new TreeMap<>();
      JsonObject dumps = report.getObj("dumps");
      for (String dump : dumps == null ? List.<String>of() : new ArrayList<>(dumps.keySet())) {
        reported.put(dump, dumps.getString(dump));
      }
      if (!id.equals(report.getString("id")) || sums.isEmpty() || !reported.equals(sums)) {
        throw damaged(REPORT);
      }
    } catch (JsonException e) {
      throw damaged(REPORT);
    }
  }

  private InputException incomplete(String file) {
    return problem(
        "the build is not complete: '" + file + "' is missing",
        "a build has a report, dumps and a database, each with its digests",
        "delete the build and make it again with 'scokg build'");
  }

  private InputException damaged(String file) {
    return problem(
        "the build is damaged: '" + file + "' is not what was written",
        "a build never changes, and its digests tell if it did",
        "delete the build and make it again with 'scokg build'");
  }

  private InputException problem(String what, String why, String fix) {
    return new InputException(new Diagnostic(Location.of(name), what, why, fix));
  }
}
