package org.w3id.scokg.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.jspecify.annotations.Nullable;

/**
 * Makes a TDB2 database of statements that come one after another, in any order and repeated or
 * not. It is one that Jena itself could have made: Jena reads, changes, compacts and backs it up.
 *
 * <p>Statements are added by one thread. Nothing can be read before {@link #finish}; a loader that
 * is closed without it leaves a directory that is no database, for the caller to remove.
 */
public final class BulkLoader extends AbstractRDFHandler implements AutoCloseable {

  private static final String TEMPORARY = "unfinished";
  private static final int REPORTED = 100;

  private final Path directory;
  private final Path temporary;
  private final LoadOptions options;
  private final Map<String, String> prefixes;
  private final Numbering numbering;
  private final Batches batches;
  private final Forcing forcing = new Forcing();
  private final ExecutorService writing = Executors.newSingleThreadExecutor(Tasks.named("writes"));

  private BulkLoader(Path directory, LoadOptions options) throws IOException {
    this.directory = directory;
    this.options = options;
    this.prefixes = new TreeMap<>(options.prefixes());
    if (Files.notExists(directory)) {
      // Not those above it: where they are gone, whoever made them has given up.
      Files.createDirectory(directory);
    }
    this.temporary = Files.createDirectory(directory.resolve(TEMPORARY));
    this.numbering = new Numbering(temporary, options.memory(), options.union());
    this.batches =
        new Batches(numbering, new Meter(options.progress(), LoadProgress.Phase.TAKING, 0));
  }

  /**
   * Begins to load.
   *
   * @param directory where the database goes; it must not exist, or be empty
   * @throws UncheckedIOException if it cannot be written
   */
  public static BulkLoader into(Path directory, LoadOptions options) {
    try {
      return new BulkLoader(directory, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handleNamespace(String prefix, String iri) {
    prefixes.put(prefix, iri);
  }

  @Override
  public void handleStatement(Statement statement) {
    add(
        statement.getContext(),
        statement.getSubject(),
        statement.getPredicate(),
        statement.getObject());
  }

  /** Adds a quad; one in the default graph is a triple. */
  public void add(Quad quad) {
    add(
        quad.isDefaultGraph() ? null : quad.getGraph(),
        quad.getSubject(),
        quad.getPredicate(),
        quad.getObject());
  }

  private void add(@Nullable Object graph, Object subject, Object predicate, Object object) {
    try {
      batches.add(graph, subject, predicate, object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the load was told to stop", e);
  }

  /**
   * Writes the database, and returns when all of it is on the disk.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public LoadReport finish() {
    try {
      batches.finish();
      return write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private LoadReport write() throws IOException, InterruptedException {
    Path storage = EmptyDatabase.create(directory, prefixes);
    Path terms = storage.resolve(Names.nodeTableBaseName + "-data." + Names.extObjNodeData);
    Files.move(
        temporary.resolve(Names.nodeTableBaseName), terms, StandardCopyOption.REPLACE_EXISTING);
    Future<?> termIndex = writing.submit(() -> writeTermIndex(storage));
    if (numbering.terms.isSpilled() || !fitsBesideTerms()) {
      Tasks.await(termIndex);
    }
    numbering.terms.seal();
    numbering.quads.finish();
    numbering.triples.finish();
    GraphTally graphs = new GraphTally();
    PredicateTally ofUnion = new PredicateTally(numbering.type());
    PredicateTally ofDefault = new PredicateTally(numbering.type());
    Map<String, Tally> tallies = Map.of("GSPO", graphs, "POSG", ofUnion, "POS", ofDefault);
    long quads = indexes(numbering.quads, Order.QUADS, storage, tallies);
    long triples = indexes(numbering.triples, Order.TRIPLES, storage, tallies);
    Tasks.await(termIndex);
    PredicateTally served = triples > 0 ? ofDefault : ofUnion;
    try (StoredTerms stored = new StoredTerms(terms)) {
      Statistics statistics = new Statistics(stored, numbering.terms);
      if (quads + triples > 0) {
        statistics.write(served, storage);
      }
      options.progress().at(LoadProgress.Phase.FORCING, 0, 0);
      Files.delete(temporary);
      // Jena has written some of them.
      forcing.forceFiles(storage);
      if (options.union()) {
        forcing.force(UnionLayout.label(directory));
      }
      Forcing.forceDirectory(directory);
      forcing.finish();
      return new LoadReport(
          numbering.count(),
          quads,
          triples,
          graphs.graphs.all(),
          statistics.named(graphs.graphs, REPORTED),
          statistics.named(served.predicates, REPORTED));
    }
  }

  /** Whether tuples can be sorted while the hashes of the terms are in the memory. */
  private boolean fitsBesideTerms() {
    long tuples = Math.max(numbering.quads.memory(), numbering.triples.memory());
    return Indexes.ARRAYS * tuples + numbering.terms.tableMemory() + numbering.terms.memory()
        < options.memory() - waiting(numbering.quads);
  }

  /** How many bytes the triples take in memory while others are sorted. */
  private long waiting(Tuples others) {
    boolean isWaiting = others == numbering.quads && !numbering.triples.isInFile();
    return isWaiting ? numbering.triples.memory() : 0;
  }

  private long indexes(Tuples tuples, String columns, Path storage, Map<String, Tally> tallies)
      throws IOException, InterruptedException {
    long toWrite = tuples.count() * Order.of(columns).size();
    return new Indexes(
            tuples,
            columns,
            numbering.terms,
            new Indexes.Places(storage, temporary, forcing),
            order -> tallies.getOrDefault(order, Tally.NONE),
            writing,
            new Meter(options.progress(), LoadProgress.Phase.INDEXING, toWrite))
        .make(
            Math.max(
                options.memory() / 4,
                options.memory() - numbering.terms.memory() - waiting(tuples)),
            tuples == numbering.triples || numbering.triples.count() == 0);
  }

  /** Writes the index of the terms, and how long their file is. */
  private Void writeTermIndex(Path storage) throws IOException {
    int hashLongs = SystemTDB.LenNodeHash / Long.BYTES;
    int idLongs = NodeId.SIZE / Long.BYTES;
    if (numbering.terms.count() > 0) {
      try (PackedTree index =
          new PackedTree(storage, Names.nodeTableBaseName, hashLongs, idLongs, forcing)) {
        numbering.terms.finish(index);
        index.finish();
      }
    } else {
      numbering.terms.flush();
    }
    numbering.terms.force(forcing);
    FileChannel state =
        FileChannel.open(
            storage.resolve(Names.nodeTableBaseName + "-data." + Names.extBdfState),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
    numbers.putLong(numbering.terms.length()).putLong(0).flip();
    while (numbers.hasRemaining()) {
      state.write(numbers);
    }
    forcing.force(state);
    return null;
  }

  /** Stops what is under way, and returns when nothing is written any more. */
  @Override
  public void close() {
    batches.close();
    Tasks.stop(writing);
    forcing.close();
    try {
      numbering.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
