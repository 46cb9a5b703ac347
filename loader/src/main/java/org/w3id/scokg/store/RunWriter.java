package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes ints to a temporary file, one record after another. */
final class RunWriter implements Closeable {

  private static final int BUFFER = 1 << 18;

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
  private long ints;

  RunWriter(Path file) throws IOException {
    this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void write(int[] source, int from, int count) throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int piece = Math.min(left, buffer.remaining() / Integer.BYTES);
      buffer.asIntBuffer().put(source, at, piece);
      buffer.position(buffer.position() + piece * Integer.BYTES);
      at += piece;
      left -= piece;
    }
    ints += count;
  }

  /** How many ints were written. */
  long size() {
    return ints;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  void finish() throws IOException {
    flush();
    file.close();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
