package org.w3id.scokg.reconcile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JSON Schemas of the API, which are not part of the project: they are read where at hand. */
final class Schemas {

  static final Path SUITE = Path.of("..", "..", "shared", "conformance", "reconciliation-0.2");

  private static final Pattern ID = Pattern.compile("\"\\$id\": \"([^\"]+)\"");

  /** The schemas name no version; this is what they are written in. */
  private static final String NO_VERSION = "http://json-schema.org/schema#";

  private static final String DRAFT_7 = "http://json-schema.org/draft-07/schema#";

  private final Map<String, String> ids = new HashMap<>();
  private final SchemaRegistry registry;

  private Schemas() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.list(SUITE.resolve("schemas"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replace(NO_VERSION, DRAFT_7);
        Matcher id = ID.matcher(text);
        if (!id.find()) {
          throw new IllegalStateException(file + " has no $id");
        }
        texts.put(id.group(1).replaceAll("#$", ""), text);
        ids.put(String.valueOf(file.getFileName()).replace(".json", ""), id.group(1));
      }
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(texts));
  }

  static boolean areAtHand() {
    return Files.isDirectory(SUITE);
  }

  static Schemas read() {
    try {
      return new Schemas();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a document. */
  List<Error> problems(String schema, String document) {
    return registry
        .getSchema(SchemaLocation.of(String.valueOf(ids.get(schema))))
        .validate(document, InputFormat.JSON);
  }
}
