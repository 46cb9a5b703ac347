package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * Writes an index of a TDB2 database from all its quads at once: sorted, and packed into full
 * leaves from the first to the last. To insert them one by one takes several times as long and
 * twice the room. The files are those that TDB2 itself reads and writes.
 */
final class PackedIndex {

  /** The order in which quads are handed over: graph, subject, predicate, object. */
  private static final String ORDER = Names.primaryIndexQuads;

  private static final int ID = SystemTDB.SizeOfNodeId;
  private static final int CACHED_BLOCKS = 10;

  private PackedIndex() {}

  /**
   * Writes one index, in place of the empty one that is there.
   *
   * @param storage the directory of the database's files
   * @param index the index by its order, such as {@code POSG}
   * @param quads the ids of graph, subject, predicate and object of each quad, one after another
   */
  static void write(Path storage, String index, List<byte[]> quads) throws IOException {
    for (String extension : List.of(Names.extBptState, Names.extBptTree, Names.extBptRecords)) {
      Files.deleteIfExists(storage.resolve(index + "." + extension));
    }
    RecordFactory records = new RecordFactory(ORDER.length() * ID, 0);
    int blockSize = SystemTDB.BlockSize;
    var params = new BPlusTreeParams(BPlusTreeParams.calcOrder(blockSize, records), records);
    FileSet files = new FileSet(Location.create(storage.toString()), index);
    BufferChannel state = FileFactory.createBufferChannel(files, Names.extBptState);
    BPlusTreeRewriter.packIntoBPlusTree(
            sorted(quads, index).stream().map(records::create).iterator(),
            params,
            records,
            state,
            blocks(files, Names.extBptTree, blockSize),
            blocks(files, Names.extBptRecords, blockSize))
        .close();
  }

  private static BlockMgr blocks(FileSet files, String extension, int blockSize) {
    return BlockMgrFactory.create(
        files, extension, FileMode.direct, blockSize, CACHED_BLOCKS, CACHED_BLOCKS);
  }

  private static List<byte[]> sorted(List<byte[]> quads, String index) {
    List<byte[]> keys = new ArrayList<>(quads.size());
    for (byte[] quad : quads) {
      byte[] key = new byte[quad.length];
      for (int i = 0; i < index.length(); i++) {
        System.arraycopy(quad, ORDER.indexOf(index.charAt(i)) * ID, key, i * ID, ID);
      }
      keys.add(key);
    }
    keys.sort(Arrays::compareUnsigned);
    return keys;
  }
}
