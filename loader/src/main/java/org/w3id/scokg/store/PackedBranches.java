package org.w3id.scokg.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.dboe.base.block.BlockType;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.tdb2.sys.SystemTDB;

/** Writes the branches of a B+tree over its leaves, level by level; the root is the first block. */
final class PackedBranches {

  private static final int PAGE = SystemTDB.BlockSize;
  private static final int HEADER = Integer.BYTES;

  private final FileChannel file;
  private final int keyLength;
  private final int recordLength;
  private final BPlusTreeParams params;
  private final ByteBuffer page = ByteBuffer.allocate(PAGE);
  private int blocks = 1;

  PackedBranches(FileChannel file, int keyLength, int recordLength) {
    this.file = file;
    this.keyLength = keyLength;
    this.recordLength = recordLength;
    this.params =
        new BPlusTreeParams(
            BPlusTreeParams.calcOrder(PAGE, recordLength), keyLength, recordLength - keyLength);
  }

  /**
   * Part of a level.
   *
   * @param from the first of the pages below
   * @param count how many pages there are below
   */
  private record Branch(int from, int count) {}

  /**
   * Writes all levels.
   *
   * @param keys the highest key of each leaf
   * @param leaves how many leaves there are, numbered from 0
   * @return how many blocks were written
   */
  int write(byte[] keys, int leaves) throws IOException {
    byte[] highest = keys;
    int below = leaves;
    int first = 0;
    BlockType type = BlockType.BPTREE_LEAF;
    while (true) {
      List<Branch> level = divide(below);
      if (level.size() == 1) {
        put(0, type, level.get(0), first, highest);
        return blocks;
      }
      byte[] next = new byte[level.size() * keyLength];
      int begin = blocks;
      for (int i = 0; i < level.size(); i++) {
        Branch branch = level.get(i);
        put(blocks++, type, branch, first, highest);
        int last = branch.from + branch.count - 1;
        System.arraycopy(highest, last * keyLength, next, i * keyLength, keyLength);
      }
      highest = next;
      below = level.size();
      first = begin;
      type = BlockType.BPTREE_BRANCH;
    }
  }

  /** Full branches, but for the last two, neither of which may be less than half full. */
  private List<Branch> divide(int pages) {
    int most = params.getMaxPtr();
    List<Branch> branches = new ArrayList<>();
    int from = 0;
    while (pages - from > most) {
      int left = pages - from - most;
      int count = left < params.getMinPtr() ? most - (params.getMinPtr() - left) : most;
      branches.add(new Branch(from, count));
      from += count;
    }
    branches.add(new Branch(from, pages - from));
    return branches;
  }

  /** Writes a branch: keys, one less than there are pages below it, and the numbers of these. */
  private void put(int block, BlockType type, Branch branch, int first, byte[] keys)
      throws IOException {
    page.clear();
    page.put(new byte[PAGE]);
    page.putInt(0, type.id() << 24 | (branch.count - 1));
    page.put(HEADER, keys, branch.from * keyLength, (branch.count - 1) * keyLength);
    page.position(HEADER + params.getMaxRec() * recordLength);
    for (int i = 0; i < branch.count; i++) {
      page.putInt(first + branch.from + i);
    }
    page.position(0).limit(PAGE);
    long at = (long) block * PAGE;
    while (page.hasRemaining()) {
      file.write(page, at + page.position());
    }
  }
}
