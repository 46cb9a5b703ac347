package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** A part of the check. It tells the files that are not what was written. */
  private interface Part {
    List<String> suspects() throws IOException;
  }

  /**
   * Checks the build, in the time that it takes to read it.
   *
   * @throws InputException if it is not what was built, with every file that tells so
   */
  public void run() {
    List<Diagnostic> problems = problems();
    if (!problems.isEmpty()) {
      throw new InputException(problems, 0);
    }
  }

  /** What is not as it was built, in the time that it takes to read it. */
  public List<Diagnostic> problems() {
    Set<Diagnostic> problems = new LinkedHashSet<>();
    for (Part part :
        List.<Part>of(this::inDumps, this::inReport, () -> FileDigests.changed(build))) {
      try {
        part.suspects().forEach(file -> problems.add(suspect(file)));
      } catch (NoSuchFileException e) {
        problems.add(suspect(build.relativize(Path.of(e.getFile())).toString()));
      } catch (IOException e) {
        problems.add(
            problem(
                "the build cannot be read: " + Builds.reason(e),
                "its files must be readable by whoever publishes or serves it",
                "correct their owner and mode"));
      }
    }
    return List.copyOf(problems);
  }

  private List<String> inDumps() throws IOException {
    List<String> suspects = new ArrayList<>();
    for (Map.Entry<String, String> sum : sums().entrySet()) {
      Path dump = build.resolve("dumps").resolve(sum.getKey());
      if (!Files.isRegularFile(dump)
          || !FileDigests.digest(dump, Files.size(dump)).equals(sum.getValue())) {
        suspects.add("dumps/" + sum.getKey());
      }
    }
    return suspects;
  }

  /** The digests by dump; a line that is none makes the report disagree. */
  private Map<String, String> sums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readString(build.resolve(SUMS)).lines().toList()) {
      String[] parts = line.split("  ", 2);
      if (parts.length < 2) {
        return Map.of();
      }
      sums.put(parts[1], parts[0]);
    }
    return sums;
  }

  /** The report names the build and repeats the digests, so each vouches for the other. */
  private List<String> inReport() throws IOException {
    Map<String, String> sums = sums();
    if (sums.isEmpty()) {
      return List.of(SUMS);
    }
    try {
      return vouches(JSON.parse(Files.readString(build.resolve(REPORT))), sums)
          ? List.of()
          : List.of(REPORT);
    } catch (JsonException e) {
      return List.of(REPORT);
    }
  }

  private boolean vouches(JsonObject report, Map<String, String> sums) {
    if (!report.hasKey("id") || !report.hasKey("dumps")) {
      return false;
    }
    JsonObject dumps = report.getObj("dumps");
    Map<String, String> reported = new TreeMap<>();
    dumps.keySet().forEach(dump -> reported.put(dump, dumps.getString(dump)));
    return report.getString("id").equals(String.valueOf(build.getFileName()))
        && reported.equals(sums);
  }

  private Diagnostic suspect(String file) {
    return Files.exists(build.resolve(file))
        ? problem(
            "the build is damaged: '" + file + "' is not what was written",
            "a build never changes, and its digests tell if it did",
            "delete the build and make it again with 'scokg build'")
        : problem(
            "the build is not complete: '" + file + "' is missing",
            "a build has a report, dumps and a database, each with its digests",
            "delete the build and make it again with 'scokg build'");
  }

  private Diagnostic problem(String what, String why, String fix) {
    return new Diagnostic(Location.of(name), what, why, fix);
  }
}
