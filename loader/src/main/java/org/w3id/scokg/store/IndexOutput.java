package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes tuples that come in an order to the index that has it. */
final class IndexOutput implements Closeable {

  private final PackedTree tree;
  private final TermStore terms;
  private final int[] ranks;
  private final long[] ids;
  private final Tally tally;

  IndexOutput(Path directory, String order, TermStore terms, Tally tally, Forcing forcing)
      throws IOException {
    this.tree = new PackedTree(directory, order, order.length(), 0, forcing);
    this.terms = terms;
    this.tally = tally;
    this.ranks = new int[order.length()];
    this.ids = new long[order.length()];
    Arrays.fill(ranks, -1);
  }

  /**
   * Writes a tuple.
   *
   * @param columns where the columns of the order are in the tuple
   */
  void put(int[] tuples, int at, int[] columns) throws IOException {
    ByteBuffer record = tree.next();
    for (int i = 0; i < columns.length; i++) {
      int rank = tuples[at + columns[i]];
      if (rank != ranks[i]) {
        ranks[i] = rank;
        ids[i] = terms.id(rank);
      }
      record.putLong(ids[i]);
    }
    tally.next(ranks);
  }

  void finish() throws IOException {
    tally.end();
    tree.finish();
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
