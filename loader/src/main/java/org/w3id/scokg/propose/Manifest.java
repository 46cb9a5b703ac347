package org.w3id.scokg.propose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * What a service says of itself ("Service manifest").
 *
 * @param name its name
 * @param identifierSpace what its identifiers belong to
 * @param schemaSpace what its types and properties belong to
 * @param batchSize how many queries it takes at once, if it says so
 * @param view the address of a page about an entity, with {@code {{id}}} for the identifier
 */
public record Manifest(
    String name,
    String identifierSpace,
    String schemaSpace,
    OptionalInt batchSize,
    Optional<String> view) {

  private static final String VERSION = "0.2";
  private static final String REQUIRED = "a manifest of the Reconciliation Service API 0.2 has it";

  /**
   * Reads a manifest.
   *
   * @throws InputException with all that is wrong with it
   */
  static Manifest read(Json json, ServiceProblems service) {
    Diagnostics problems = new Diagnostics();
    checkVersions(json.get("versions"), service, problems);
    Manifest manifest =
        new Manifest(
            required("name", json, service, problems),
            required("identifierSpace", json, service, problems),
            required("schemaSpace", json, service, problems),
            batchSize(json),
            json.get("view").get("url").text());
    problems.throwIfAny();
    return manifest;
  }

  private static void checkVersions(Json json, ServiceProblems service, Diagnostics problems) {
    Optional<List<Json>> versions = json.items();
    if (versions.isEmpty()) {
      problems.accept(
          service.diagnostic(
              "the service does not say which versions of the API it speaks",
              "'versions' lists them; a manifest without is of an earlier version, or of no"
                  + " reconciliation service",
              "give the address of a service that speaks " + VERSION));
      return;
    }
    List<String> spoken = versions.get().stream().flatMap(v -> v.text().stream()).toList();
    if (!spoken.contains(VERSION)) {
      problems.accept(
          service.diagnostic(
              "the service speaks " + (spoken.isEmpty() ? "no version" : among(spoken)),
              VERSION + " of the Reconciliation Service API is understood here",
              "give the address of a service that speaks it"));
    }
  }

  private static String among(List<String> versions) {
    return "version " + String.join(", ", versions) + " of the API only";
  }

  private static String required(
      String key, Json json, ServiceProblems service, Diagnostics problems) {
    Optional<String> value = json.get(key).text();
    if (value.isEmpty()) {
      problems.accept(
          service.diagnostic(
              "the manifest has no '" + key + "'",
              REQUIRED,
              "correct the service's address, or tell its makers"));
    }
    return value.orElse("");
  }

  /** What is no sound number of queries says nothing. */
  private static OptionalInt batchSize(Json json) {
    double size = json.get("batchSize").number().map(BigDecimal::doubleValue).orElse(0.0);
    return size >= 1
        ? OptionalInt.of((int) Math.min(size, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }
}
