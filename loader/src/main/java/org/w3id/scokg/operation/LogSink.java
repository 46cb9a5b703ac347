package org.w3id.scokg.operation;

/** Takes lines that are logged. Must not make whoever logs wait. */
public interface LogSink extends AutoCloseable {

  /** A sink that keeps nothing. */
  LogSink NONE = line -> {};

  /** Takes a line, without its end. */
  void write(String line);

  /** How many lines could not be kept. */
  default long lost() {
    return 0;
  }

  /** Returns when what was taken is written. */
  @Override
  default void close() {}
}
