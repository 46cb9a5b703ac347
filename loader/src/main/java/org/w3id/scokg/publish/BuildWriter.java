package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.memory.QuadSet;
import org.w3id.scokg.reconcile.NamesWriter;
import org.w3id.scokg.store.BulkLoader;
import org.w3id.scokg.store.LoadOptions;
import org.w3id.scokg.store.LoadProgress;
import org.w3id.scokg.store.LoadReport;
import org.w3id.scokg.store.LoadReport.Count;
import org.w3id.scokg.store.Tasks;
import org.w3id.scokg.text.TextIndexWriter;

/**
 * Writes the files of one build, beside whatever else is being done: the database, the dumps and
 * the two indexes, in a thread for each. Nothing is published before {@link #finish}; a writer that
 * is closed without it leaves its files to {@link Staging}, which removes them.
 */
public final class BuildWriter implements AutoCloseable {

  /** So many graphs and predicates a report names, those with the most statements. */
  private static final int REPORTED = 20;

  private final Staging staging;
  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final Future<Loaded> database;
  private final Future<Map<String, String>> dumps;
  private final Future<String> indexes;

  /**
   * A database.
   *
   * @param report what is in it
   * @param digests the lines for its files
   */
  private record Loaded(LoadReport report, String digests) {}

  private BuildWriter(
      Staging staging,
      QuadSet content,
      Map<String, String> prefixes,
      NamesWriter names,
      WriteProgress progress) {
    this.staging = staging;
    Path directory = staging.directory();
    this.database = threads.submit(() -> load(content, directory, progress));
    this.dumps =
        threads.submit(() -> Dumps.write(content, prefixes, directory.resolve("dumps"), progress));
    this.indexes = threads.submit(() -> index(content, names, directory));
  }

  /**
   * One after the other: two threads that both use Lucene first may wait for each other forever.
   */
  private static String index(QuadSet quads, NamesWriter names, Path build) throws IOException {
    TextIndexWriter.write(quads, build.resolve("text"));
    names.write(quads, build.resolve("names"));
    return FileDigests.of(build, "text") + FileDigests.of(build, "names");
  }

  private static Loaded load(QuadSet quads, Path build, LoadProgress progress) throws IOException {
    LoadOptions options = LoadOptions.usual().withUnion(true).withProgress(progress);
    try (BulkLoader loader = BulkLoader.into(build.resolve("database"), options)) {
      quads.forEach(loader::add);
      LoadReport report = loader.finish();
      return new Loaded(report, FileDigests.ofDatabase(build));
    }
  }

  /**
   * Starts to write.
   *
   * @param staging the directory to write in
   * @param quads the whole dataset, which nobody adds to any more
   * @param prefixes the prefixes of the dumps, by prefix
   * @param names writes the index of names
   * @param progress is told how far it is
   */
  public static BuildWriter start(
      Staging staging,
      QuadSet quads,
      Map<String, String> prefixes,
      NamesWriter names,
      WriteProgress progress) {
    return new BuildWriter(staging, quads, prefixes, names, progress);
  }

  /**
   * Waits until all is written, and finishes the build.
   *
   * @param id the build's id
   * @param report what the build report says besides the id and the digests of the dumps
   * @return the finished build
   * @throws InputException if it cannot be written
   */
  public Path finish(String id, JsonObject report) {
    try {
      Path build = staging.directory();
      Loaded loaded = database.get();
      report.put("database", json(loaded.report));
      String digests = loaded.digests + indexes.get();
      Path file = Files.writeString(build.resolve("report.json"), text(id, report, dumps.get()));
      Files.writeString(
          build.resolve(FileDigests.FILE),
          digests
              + FileDigests.line(build, build.resolve("dumps/SHA256SUMS"))
              + FileDigests.line(build, file));
      return staging.finish(id);
    } catch (IOException e) {
      throw staging.unwritable(e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the build was told to stop", e);
    }
  }

  /**
   * Stops writing, and returns when nothing is written any more, even if the caller is told to
   * stop.
   */
  @Override
  public void close() {
    Tasks.stop(threads);
  }

  /** TDB2 and Rio wrap what the disk refuses in exceptions of their own. */
  private RuntimeException failure(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
        return staging.unwritable(unchecked.getCause());
      }
      if (t instanceof IOException refused) {
        return staging.unwritable(refused);
      }
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("Bug: the build could not be written", thrown);
  }

  private static JsonObject json(LoadReport database) {
    JsonObject json = new JsonObject();
    json.put("quads", database.quads());
    json.put("graphs", database.graphs());
    json.put("largestGraphs", counts(database.largestGraphs()));
    json.put("predicates", counts(database.predicates()));
    return json;
  }

  private static JsonObject counts(List<Count> counts) {
    JsonObject json = new JsonObject();
    counts.stream().limit(REPORTED).forEach(count -> json.put(count.term(), count.statements()));
    return json;
  }

  private static String text(String id, JsonObject details, Map<String, String> sums) {
    JsonObject report = new JsonObject();
    report.put("id", id);
    details.forEach(report::put);
    JsonObject digests = new JsonObject();
    sums.forEach(digests::put);
    report.put("dumps", digests);
    return JSON.toString(report) + "\n";
  }
}
