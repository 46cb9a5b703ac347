package org.w3id.scokg.propose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.w3id.scokg.link.SssomFile;

/** Made-up entities, and a mapping set that links them to those of {@link FakeService}. */
final class Streams {

  static final String HEAD =
      """
      #mapping_set_id: http://rivers.example/mappings/streams
      #license: https://creativecommons.org/publicdomain/zero/1.0/
      #curie_map:
      #  id: http://rivers.example/id/
      #  st: http://streams.example/
      """;

  static final String COLUMNS =
      "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\n";

  private Streams() {}

  static Subject subject(String name) {
    return new Subject(
        "http://rivers.example/id/" + name, "The " + name, List.of(":River"), List.of(), List.of());
  }

  /** Writes a mapping set. */
  static SssomFile mappings(Path file, String... rows) {
    try {
      Files.writeString(file, HEAD + COLUMNS + String.join("", rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SssomFile.open(file, String.valueOf(file.getFileName()));
  }

  /** Opens the service, and asks it once and fast. */
  static Service open(FakeService fake) {
    return Service.open(
        fake.address(), Manners.DEFAULT.withTries(1).withSpacing(Duration.ZERO), text -> {});
  }
}
