package org.w3id.scokg.operation;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * Writes lines on a thread of its own. Where lines come faster than they can be written, or the
 * disk is full, the newest are lost and counted: a log must not stop what it tells of.
 */
public final class LogFile implements LogSink {

  /** How many lines may wait to be written: {@value}. */
  static final int WAITING = 10_000;

  private static final long END_PATIENCE_SECONDS = 5;
  private static final long IDLE_MILLIS = 200;

  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(WAITING);
  private final LongAdder lost = new LongAdder();
  private final Writer out;
  private final Closeable end;
  private final Thread writer = new Thread(this::writeAll, "log");
  private volatile boolean closed;

  private LogFile(Writer out, Closeable end) {
    this.out = out;
    this.end = end;
    writer.setDaemon(true);
    writer.start();
  }

  /** Begins to write to what others write to as well, and who close it. */
  public static LogFile to(Writer out) {
    return new LogFile(out, out::flush);
  }

  /**
   * Appends to a file, which is made if there is none.
   *
   * @throws InputException if it cannot be written
   */
  public static LogFile appendTo(Path file) {
    try {
      Writer out =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new LogFile(out, out);
    } catch (IOException e) {
      InputException unwritable =
          new InputException(
              new Diagnostic(
                  Location.of(file.toString()),
                  "the log cannot be written: " + e.getClass().getSimpleName(),
                  "every request is logged in this file",
                  "make its folder, or let it be written to"));
      unwritable.initCause(e);
      throw unwritable;
    }
  }

  @Override
  public void write(String line) {
    if (closed || !waiting.offer(line)) {
      lost.increment();
    }
  }

  @Override
  public long lost() {
    return lost.sum();
  }

  private void writeAll() {
    try (end) {
      while (!closed || !waiting.isEmpty()) {
        String line = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (line != null) {
          writeLine(line);
        }
      }
    } catch (InterruptedException | IOException e) {
      // Whoever interrupts has had enough, and a file that cannot be closed is written all the
      // same.
      closed = true;
    }
  }

  private void writeLine(String line) {
    try {
      out.write(line + "\n");
      out.flush();
    } catch (IOException e) {
      lost.increment();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(END_PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
