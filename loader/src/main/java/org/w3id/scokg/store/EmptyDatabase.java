package org.w3id.scokg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Makes a database with nothing in it but prefixes, as Jena does. */
final class EmptyDatabase {

  /** Files are written and not mapped: a full disk is then an exception and no fault of the VM. */
  private static final StoreParams WRITTEN_TO =
      StoreParamsBuilder.create("build").fileMode(FileMode.direct).build();

  private EmptyDatabase() {}

  /** Makes one in a directory that is there, and answers where its files are. */
  static Path create(Path directory, Map<String, String> prefixes) throws IOException {
    DatasetGraph database =
        DatabaseConnection.connectCreate(Location.create(directory.toString()), WRITTEN_TO)
            .getDatasetGraph();
    try {
      if (!prefixes.isEmpty()) {
        addPrefixes(database, prefixes);
      }
      return Path.of(TDBInternal.getDatasetGraphTDB(database).getLocation().getDirectoryPath());
    } finally {
      TDBInternal.expel(database, true);
      // How the files were written is nothing that readers need to follow.
      Files.deleteIfExists(directory.resolve(Names.TDB_CONFIG_FILE));
    }
  }

  private static void addPrefixes(DatasetGraph database, Map<String, String> prefixes) {
    database.begin(ReadWrite.WRITE);
    try {
      prefixes.forEach(database.prefixes()::add);
      database.commit();
      database.end();
    } catch (RuntimeException e) {
      abort(database, e);
      throw e;
    }
  }

  /** Gives up a transaction; what that meets on a disk that is full must not hide the reason. */
  private static void abort(DatasetGraph database, RuntimeException reason) {
    try {
      database.abort();
      database.end();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }
}
