package org.w3id.scokg.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard output, to print texts on, and to write large results to as the bytes that
 * they are.
 */
final class StandardOutput extends PrintWriter {

  private static final String NOBODY_READS = "Broken pipe";

  private final OutputStream bytes;

  private StandardOutput(OutputStream bytes) {
    super(new OutputStreamWriter(new BufferedOutputStream(bytes), StandardCharsets.UTF_8), true);
    this.bytes = bytes;
  }

  static StandardOutput open() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /** Takes bytes, after all that was printed before. */
  OutputStream bytes() {
    flush();
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] piece, int from, int length) throws IOException {
        try {
          bytes.write(piece, from, length);
        } catch (IOException e) {
          throw NOBODY_READS.equals(e.getMessage()) ? new NobodyReads() : e;
        }
      }
    };
  }
}
