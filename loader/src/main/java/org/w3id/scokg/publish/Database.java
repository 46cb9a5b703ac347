package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.SystemTDB;
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
   * @param quads what to write, each once and all of them in named graphs
   * @param directory where to, which must not exist
   */
  static void write(Collection<Quad> quads, Path directory) throws IOException {
    Files.createDirectory(directory);
    DatasetGraph database =
        DatabaseConnection.connectCreate(Location.create(directory.toString()), WRITTEN_TO)
            .getDatasetGraph();
    DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(database);
    Path files = Path.of(storage.getLocation().getDirectoryPath());
    List<byte[]> ids;
    try {
      ids = writeTerms(database, storage.getQuadTable().getNodeTupleTable().getNodeTable(), quads);
    } finally {
      TDBInternal.expel(database, true);
    }
    for (String index : Names.quadIndexes) {
      PackedIndex.write(files, index, ids);
    }
    // How the files were written is nothing that readers need to follow.
    Files.deleteIfExists(directory.resolve(Names.TDB_CONFIG_FILE));
  }

  /** Gives every term its id, and answers those of each quad. */
  private static List<byte[]> writeTerms(
      DatasetGraph database, NodeTable terms, Collection<Quad> quads) {
    List<byte[]> ids = new ArrayList<>(quads.size());
    database.begin(ReadWrite.WRITE);
    try {
      for (Quad quad : quads) {
        byte[] tuple = new byte[4 * SystemTDB.SizeOfNodeId];
        int at = 0;
        for (Node term :
            List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
          NodeIdFactory.set(terms.getAllocateNodeId(term), tuple, at);
          at += SystemTDB.SizeOfNodeId;
        }
        ids.add(tuple);
      }
      database.commit();
      database.end();
      return ids;
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
