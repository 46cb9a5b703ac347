package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files that pages need, under names that tell their content, so that they are kept for long.
 */
final class Assets {

  /** Where they are. */
  static final String FOLDER = "/assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml",
          "txt", "text/plain");

  private final Map<String, String> paths;
  private final Map<String, Answer> answers;

  private Assets(Map<String, String> paths, Map<String, Answer> answers) {
    this.paths = Map.copyOf(paths);
    this.answers = Map.copyOf(answers);
  }

  /** Those that all pages use. */
  static Assets load() {
    Map<String, String> own = new LinkedHashMap<>();
    List.of("site.css", "icon.svg", "suggest.js", "drawings.css", "map.js")
        .forEach(name -> own.put(name, name));
    return of(own);
  }

  /** Files by their names, each with the resource that it is. */
  static Assets of(Map<String, String> resources) {
    Map<String, String> paths = new LinkedHashMap<>();
    Map<String, Answer> answers = new LinkedHashMap<>();
    resources.forEach(
        (name, resource) -> {
          byte[] body = read(resource);
          int dot = name.lastIndexOf('.');
          String extension = name.substring(dot + 1);
          String digest = DigestUtils.sha256Hex(body).substring(0, 12);
          String path = FOLDER + name.substring(0, dot) + "." + digest + "." + extension;
          paths.put(name, path);
          answers.put(
              path,
              Answer.of(TYPES.getOrDefault(extension, "application/octet-stream"), body)
                  .header("Cache-Control", "public, max-age=31536000, immutable"));
        });
    return new Assets(paths, answers);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Bug: the program has no file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file. */
  String path(String name) {
    return paths.getOrDefault(name, FOLDER);
  }

  /** The file at a path. */
  Optional<Answer> at(String path) {
    return Optional.ofNullable(answers.get(path));
  }
}
