package org.w3id.scokg.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, until it is whole: the first in memory, more in a temporary file, so that
 * whoever reads slowly holds none of the memory. One thread writes.
 */
final class AnswerBuffer extends ServletOutputStream {

  /** The bytes that are held in memory: {@value}. */
  static final int IN_MEMORY = 256 * 1024;

  private final long most;
  private final Runnable tooLong;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream rest;
  private long size;

  /**
   * An empty buffer.
   *
   * @param most the bytes it takes
   * @param tooLong throws what ends the answer, where it would be longer
   */
  AnswerBuffer(long most, Runnable tooLong) {
    this.most = most;
    this.tooLong = tooLong;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (size + length > most) {
      tooLong.run();
    }
    if (size + length <= IN_MEMORY) {
      memory.write(bytes, from, length);
    } else {
      rest().write(bytes, from, length);
    }
    size += length;
  }

  private OutputStream rest() throws IOException {
    OutputStream open = rest;
    if (open == null) {
      Path made = Files.createTempFile("scokg-answer-", null);
      file = made;
      open = Files.newOutputStream(made);
      rest = open;
    }
    return open;
  }

  long size() {
    return size;
  }

  /** All bytes, if they are held in memory. */
  boolean isInMemory() {
    return rest == null;
  }

  byte[] inMemory() {
    return memory.toByteArray();
  }

  void copyTo(OutputStream out) throws IOException {
    memory.writeTo(out);
    OutputStream open = rest;
    Path there = file;
    if (open != null && there != null) {
      open.flush();
      try (InputStream in = Files.newInputStream(there)) {
        in.transferTo(out);
      }
    }
  }

  /** Begins anew. */
  void forget() throws IOException {
    OutputStream open = rest;
    if (open != null) {
      open.close();
      rest = null;
    }
    Path there = file;
    if (there != null) {
      Files.deleteIfExists(there);
      file = null;
    }
    memory = new ByteArrayOutputStream();
    size = 0;
  }

  @Override
  public void close() {
    // Who writes may close before the answer is sent; the file goes when it has been.
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("the answer must be written at once");
  }
}
