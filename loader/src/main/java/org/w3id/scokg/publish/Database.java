package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Makes the TDB2 database of a build. */
final class Database {

  private Database() {}

  /**
   * Writes quads into a new database and closes it.
   *
   * @param quads what to write
   * @param directory where to, which must not exist
   */
  static void write(Collection<Quad> quads, Path directory) throws IOException {
    // Files are written and not mapped: a full disk is then an exception and not a fault of the VM.
    SystemTDB.setFileMode(FileMode.direct);
    Files.createDirectories(directory);
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(directory.toString()));
    try {
      database.begin(ReadWrite.WRITE);
      try {
        quads.forEach(database::add);
        database.commit();
      } finally {
        database.end();
      }
    } finally {
      TDBInternal.expel(database, true);
    }
  }
}
