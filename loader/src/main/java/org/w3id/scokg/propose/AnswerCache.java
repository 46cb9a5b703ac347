package org.w3id.scokg.propose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.w3id.scokg.link.WholeFile;

/**
 * What services have answered, each answer in a file named by a digest of the service's address and
 * the question. It lets an inquiry that was interrupted go on where it was.
 */
public final class AnswerCache {

  /** What is made of it. */
  public enum Use {
    /** Answers are taken from it and kept in it. */
    KEEP,
    /** Answers are not taken from it, and kept in it. */
    REFRESH,
    /** It is left alone. */
    NONE
  }

  private final Path folder;
  private final Use use;

  /**
   * A cache.
   *
   * @param folder where its files are; it is made when it is needed
   * @param use what is made of it
   */
  public AnswerCache(Path folder, Use use) {
    this.folder = folder;
    this.use = use;
  }

  /** The answer to a question, if it is there and sound. */
  Optional<Json> find(String service, Json question) {
    Path file = file(service, question);
    if (use != Use.KEEP || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Json result = Json.read(Files.readAllBytes(file)).get("result");
      return result.items().map(items -> result);
    } catch (IOException e) {
      // Damaged, so it is asked again.
      return Optional.empty();
    }
  }

  /** Keeps an answer. */
  void keep(String service, Json question, Json result) {
    if (use == Use.NONE) {
      return;
    }
    Path file = file(service, question);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw WholeFile.unwritable(file.toString(), e);
    }
    Map<String, Json> answer = new LinkedHashMap<>();
    answer.put("service", Json.of(service));
    answer.put("query", question);
    answer.put("result", result);
    WholeFile.write(file, file.toString(), Json.of(answer) + "\n");
  }

  private Path file(String service, Json question) {
    return folder.resolve(DigestUtils.sha256Hex(service + '\n' + question) + ".json");
  }
}
