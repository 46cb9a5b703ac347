package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the SPARQL editor, under names that tell their content, so that they are kept for
 * long: Yasqe, as its WebJar has it, and what is ours around it.
 */
final class EditorFiles {

  /** What the program is called that edits. */
  static final String EDITOR = "yasqe.min.js";

  /** What it looks like. */
  static final String EDITOR_STYLE = "yasqe.min.css";

  /** Whose work it contains, and under which licences. */
  static final String NOTICE = "yasqe.licences.txt";

  /** Our own program: completion, answers, charts, maps. */
  static final String SCRIPT = "ask.js";

  /** Our own style. */
  static final String STYLE = "ask.css";

  private static final String WEBJAR = "/META-INF/resources/webjars/zazuko__yasqe/4.5.0/build/";

  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  EditorFiles() {
    offer(EDITOR, WEBJAR + EDITOR, "text/javascript");
    offer(EDITOR_STYLE, WEBJAR + EDITOR_STYLE, "text/css");
    offer(NOTICE, NOTICE, "text/plain");
    offer(SCRIPT, SCRIPT, "text/javascript");
    offer(STYLE, STYLE, "text/css");
  }

  private void offer(String name, String resource, String type) {
    byte[] body = read(resource);
    int dot = name.lastIndexOf('.');
    String path =
        Assets.FOLDER
            + name.substring(0, dot)
            + "."
            + Digest.sha256(body).substring(0, 12)
            + name.substring(dot);
    paths.put(name, path);
    answers.put(
        path, Answer.of(type, body).header("Cache-Control", "public, max-age=31536000, immutable"));
  }

  private static byte[] read(String resource) {
    try (InputStream in = EditorFiles.class.getResourceAsStream(resource)) {
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
    return paths.getOrDefault(name, Assets.FOLDER);
  }

  /** The file at a path. */
  Optional<Answer> at(String path) {
    return Optional.ofNullable(answers.get(path));
  }
}
