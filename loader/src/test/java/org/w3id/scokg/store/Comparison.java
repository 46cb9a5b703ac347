package org.w3id.scokg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Holds a database that the loader made against one that Jena's loader made. */
final class Comparison {

  private Comparison() {}

  /** Makes a database with the loader. */
  static LoadReport load(List<Quad> quads, Path directory, LoadOptions options) {
    try (BulkLoader loader = BulkLoader.into(directory, options)) {
      quads.forEach(loader::add);
      return loader.finish();
    }
  }

  /** Makes a database with Jena's own loader, and leaves it open. */
  static DatasetGraph stock(List<Quad> quads, Path directory) {
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(directory.toString());
    DataLoader loader = LoaderFactory.basicLoader(database, (format, arguments) -> {});
    loader.startBulk();
    StreamRDF stream = loader.stream();
    stream.start();
    for (Quad quad : quads) {
      if (quad.isDefaultGraph()) {
        stream.triple(quad.asTriple());
      } else {
        stream.quad(quad);
      }
    }
    stream.finish();
    loader.finishBulk();
    return database;
  }

  static DatasetGraph open(Path directory) {
    return DatabaseMgr.connectDatasetGraph(Location.create(directory.toString()));
  }

  /** Asks both for all, and every one of the fifteen other patterns of some quads. */
  static void assertSameAnswers(
      DatasetGraph ours, DatasetGraph stock, List<Quad> asked, long seed) {
    Random random = new Random(seed);
    Txn.executeRead(
        ours,
        () ->
            Txn.executeRead(
                stock,
                () -> {
                  assertThat(all(ours)).isEqualTo(all(stock));
                  for (int i = 0; i < 60; i++) {
                    Quad quad = asked.get(random.nextInt(asked.size()));
                    for (int bound = 1; bound < 16; bound++) {
                      assertThat(found(ours, quad, bound))
                          .as("%s with the terms %s bound", quad, Integer.toBinaryString(bound))
                          .isEqualTo(found(stock, quad, bound));
                    }
                  }
                }));
  }

  /** How often each is there: two values that are their own ids may read the same. */
  private static Map<Quad, Integer> all(DatasetGraph database) {
    Map<Quad, Integer> quads = new HashMap<>();
    database.find().forEachRemaining(quad -> quads.merge(quad, 1, Integer::sum));
    return quads;
  }

  private static Set<Quad> found(DatasetGraph database, Quad quad, int bound) {
    Set<Quad> quads = new HashSet<>();
    database
        .find(
            (bound & 8) != 0 ? quad.getGraph() : Node.ANY,
            (bound & 4) != 0 ? quad.getSubject() : Node.ANY,
            (bound & 2) != 0 ? quad.getPredicate() : Node.ANY,
            (bound & 1) != 0 ? quad.getObject() : Node.ANY)
        .forEachRemaining(quads::add);
    return quads;
  }

  /** A quad as TDB2 gives it back: with values that are their own ids in their usual form. */
  static Quad kept(Quad quad) {
    NodeId id = NodeIdInline.inline(quad.getObject());
    return id == null
        ? quad
        : new Quad(
            quad.getGraph(), quad.getSubject(), quad.getPredicate(), NodeIdInline.extract(id));
  }

  /** Lets Jena look at the structure of each index. */
  static void assertSound(DatasetGraph database) {
    DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(database);
    Txn.executeRead(
        database,
        () -> {
          for (var table : List.of(storage.getQuadTable(), storage.getTripleTable())) {
            for (TupleIndex index : table.getNodeTupleTable().getTupleTable().getIndexes()) {
              BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
              tree.check();
            }
          }
        });
  }

  static void close(DatasetGraph database) {
    TDBInternal.expel(database, true);
  }
}
