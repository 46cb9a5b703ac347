package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * The folder of a build with the index of its names.
 *
 * @param path where it is
 */
record NamesFolder(Path path) {

  /** It is another one as soon as a document gets other fields, or other bytes. */
  private static final String FORM = "1";

  /** What an index says of itself. */
  static Map<String, String> marks(EntitySpace space) {
    return Map.of("form", FORM, "entities", space.start());
  }

  /**
   * Opens the index.
   *
   * @return empty if there is none, or it is of another form or of other entities
   * @throws IOException if it is damaged
   */
  @SuppressWarnings("resource") // The reader has the files; the directory has nothing of its own.
  Optional<DirectoryReader> open(EntitySpace space) throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    // A folder that is called so may be anybody's, where a database was made by other means.
    FSDirectory files = FSDirectory.open(path, NoLockFactory.INSTANCE);
    if (!DirectoryReader.indexExists(files)) {
      return Optional.empty();
    }
    DirectoryReader reader = DirectoryReader.open(files);
    if (reader.getIndexCommit().getUserData().equals(marks(space))) {
      return Optional.of(reader);
    }
    reader.close();
    return Optional.empty();
  }
}
