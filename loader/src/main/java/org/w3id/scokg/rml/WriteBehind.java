package org.w3id.scokg.rml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes large pieces on a thread of its own, so that mapping need not wait for the disk or for a
 * compressor. The buffers go round; no byte is copied. It is used by one thread at a time.
 */
final class WriteBehind implements AutoCloseable {

  /** One that is filled, one that is written, and one that waits. */
  private static final int BUFFERS = 3;

  private final OutputStream out;
  private final int large;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
  private @Nullable ExecutorService writer;
  private volatile @Nullable IOException failure;

  /**
   * Begins with nothing written, and no thread.
   *
   * @param large how many bytes a piece must have to be worth a thread
   */
  WriteBehind(OutputStream out, int large) {
    this.out = out;
    this.large = large;
  }

  /**
   * Writes a piece, sooner or later.
   *
   * @param piece is no longer the caller's
   * @return a buffer to fill next, with anything in it
   * @throws UncheckedIOException if this piece or one before it could not be written
   */
  byte[] write(byte[] piece, int length) {
    if (writer == null && length < large) {
      put(piece, length);
      fail();
      return piece;
    }
    if (writer == null) {
      writer = Executors.newSingleThreadExecutor(WriteBehind::thread);
      for (int i = 1; i < BUFFERS; i++) {
        free.add(new byte[piece.length]);
      }
    }
    writer.execute(
        () -> {
          put(piece, length);
          free.add(piece);
        });
    fail();
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the writing was interrupted", e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "writes");
    thread.setDaemon(true);
    return thread;
  }

  private void put(byte[] piece, int length) {
    try {
      if (failure == null) {
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void fail() {
    IOException broken = failure;
    if (broken != null) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Waits until all is written.
   *
   * @throws UncheckedIOException if a piece could not be written
   */
  void finish() {
    close();
    fail();
  }

  /** Waits until nothing is written any more. */
  @Override
  public void close() {
    if (writer == null) {
      return;
    }
    writer.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = writer.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
