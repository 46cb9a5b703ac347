package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.ThreadInterruptedException;

/** Writes the index of names of a graph, to be read by {@link Names}. */
public final class NamesWriter {

  private final EntitySpace space;
  private final Spelling spelling;

  private NamesWriter(EntitySpace space, Spelling spelling) {
    this.space = space;
    this.spelling = spelling;
  }

  /**
   * Begins to get ready, on a thread of its own, which takes a while where names are in other
   * letters than Latin ones.
   *
   * @param entitySpace what the IRIs of entities start with
   * @param languages the languages of most names
   */
  public static NamesWriter of(String entitySpace, List<String> languages) {
    Spelling spelling = new Spelling();
    Thread thread = new Thread(() -> spelling.prepare(languages), "spelling");
    thread.setDaemon(true);
    thread.start();
    return new NamesWriter(new EntitySpace(entitySpace), spelling);
  }

  /**
   * Writes the names of all entities, and what classes and properties are called.
   *
   * @param quads the whole dataset
   * @param folder where to, which must not exist while its parent does
   * @throws InterruptedIOException if the thread is told to stop
   */
  public void write(Iterable<Quad> quads, Path folder) throws IOException {
    try (FSDirectory files = FSDirectory.open(folder)) {
      write(Statements.of(quads, space), space, spelling, files);
    }
    // Nobody writes here any more.
    Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
  }

  static void write(Statements statements, EntitySpace space, Spelling spelling, Directory files)
      throws IOException {
    IndexWriter index = new IndexWriter(files, config());
    try {
      new DocumentWriter(index, space, spelling, statements).write();
      // One segment is read faster than many, and nothing is added later.
      index.forceMerge(1);
      index.setLiveCommitData(NamesFolder.marks(space).entrySet());
      index.commit();
    } catch (ThreadInterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the work was told to stop").initCause(e);
    } finally {
      close(index);
    }
  }

  /** Lets go of the files. What is not committed is of no use to anybody. */
  private static void close(IndexWriter index) throws IOException {
    // Lucene, told to stop, would keep its lock.
    boolean isToldToStop = Thread.interrupted();
    index.rollback();
    if (isToldToStop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Documents stay in the order in which they are added, whatever the machine does meanwhile. */
  private static IndexWriterConfig config() {
    LogDocMergePolicy neighbours = new LogDocMergePolicy();
    neighbours.setNoCFSRatio(1);
    return new IndexWriterConfig(new WhitespaceAnalyzer())
        .setMergePolicy(neighbours)
        .setMergeScheduler(new SerialMergeScheduler());
  }
}
