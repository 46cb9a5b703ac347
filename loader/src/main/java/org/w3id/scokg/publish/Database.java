package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Makes the TDB2 database of a build. */
final class Database {

  /** Files are written and not mapped: a full disk is then an exception and no fault of the VM. */
  private static final StoreParams WRITTEN_TO =
      StoreParamsBuilder.create("build").fileMode(FileMode.direct).build();

  private Database() {}

  /**
   * Writes quads into a new database and closes it.
   *
   * @param quads what to write
   * @param directory where to, which must not exist
   */
  static void write(Collection<Quad> quads, Path directory) throws IOException {
    Files.createDirectories(directory);
    DatasetGraph database =
        DatabaseConnection.connectCreate(Location.create(directory.toString()), WRITTEN_TO)
            .getDatasetGraph();
    try {
      fill(database, quads);
    } finally {
      TDBInternal.expel(database, true);
    }
    // How the files were written is nothing that readers need to follow.
    Files.deleteIfExists(directory.resolve(Names.TDB_CONFIG_FILE));
  }

  private static void fill(DatasetGraph database, Collection<Quad> quads) {
    database.begin(ReadWrite.WRITE);
    try {
      quads.forEach(database::add);
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
