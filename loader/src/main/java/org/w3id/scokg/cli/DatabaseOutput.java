package org.w3id.scokg.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.store.LoadOptions;
import org.w3id.scokg.store.LoadReport;
import org.w3id.scokg.store.UnfinishedDatabase;

/** A TDB2 database that statements go to. */
final class DatabaseOutput implements StatementOutput {

  private static final String ENDING = ".tdb2";

  private final UnfinishedDatabase database;
  private Optional<LoadReport> report = Optional.empty();

  DatabaseOutput(String name, LoadOptions options) {
    this.database = UnfinishedDatabase.at(Path.of(name), options);
  }

  /** Whether an output of this name is a database. */
  static boolean isNamed(String name) {
    return name.endsWith(ENDING);
  }

  @Override
  public boolean takesNQuads() {
    return false;
  }

  @Override
  public OutputStream stream() {
    throw new IllegalStateException("Bug: a database takes statements");
  }

  @Override
  public RDFHandler handler() {
    return database.loader();
  }

  @Override
  public void finish() {
    try {
      report = Optional.of(database.finish());
    } catch (OutOfMemoryError e) {
      throw database.outOfMemory(e);
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** What it holds, once it is finished. */
  Optional<LoadReport> report() {
    return report;
  }

  @Override
  public RuntimeException failure(RuntimeException e) {
    return database.failure(e);
  }

  /** What it is to the user that the heap is full. */
  RuntimeException outOfMemory(OutOfMemoryError e) {
    return database.outOfMemory(e);
  }

  @Override
  public void close() {
    database.close();
  }
}
