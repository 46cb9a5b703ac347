package org.w3id.scokg.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;

/**
 * The folder of a finished index. Jena opens an index to write even where it only reads: here it
 * takes no lock, so that several processes may read, and nothing can be written or removed.
 */
final class UnchangedDirectory extends FilterDirectory {

  private UnchangedDirectory(FSDirectory files) {
    super(files);
  }

  static UnchangedDirectory of(Path folder) throws IOException {
    return new UnchangedDirectory(FSDirectory.open(folder, NoLockFactory.INSTANCE));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) {
    throw refused(name);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
    throw refused(prefix);
  }

  @Override
  public void deleteFile(String name) {
    throw refused(name);
  }

  @Override
  public void rename(String source, String target) {
    throw refused(source);
  }

  private static UnsupportedOperationException refused(String name) {
    return new UnsupportedOperationException("a finished build never changes: " + name);
  }
}
