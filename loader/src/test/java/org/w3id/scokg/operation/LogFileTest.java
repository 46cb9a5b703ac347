package org.w3id.scokg.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.InputException;

class LogFileTest {

  @TempDir Path folder;

  @Test
  void appendsLinesInTheirOrder() throws IOException {
    Path file = folder.resolve("access.log");
    Files.writeString(file, "earlier\n");

    try (LogFile log = LogFile.appendTo(file)) {
      IntStream.range(0, 100).forEach(i -> log.write("line " + i));
    }

    assertThat(Files.readAllLines(file))
        .hasSize(101)
        .startsWith("earlier", "line 0", "line 1")
        .endsWith("line 99");
  }

  @Test
  void leavesOpenWhatOthersWriteToo() {
    StringWriter shared = new StringWriter();

    try (LogFile log = LogFile.to(shared)) {
      log.write("a line");
    }

    shared.write("theirs\n");
    assertThat(shared).hasToString("a line\ntheirs\n");
  }

  @Test
  void countsWhatAFullDiskLoses() {
    LogFile log = LogFile.to(new FullDisk());
    log.write("one");
    log.write("two");
    log.close();

    assertThat(log.lost()).isEqualTo(2);
  }

  @Test
  void doesNotLetThoseWaitWhoLogToAWriterThatHangs() throws InterruptedException {
    HangingWriter hanging = new HangingWriter();
    LogFile log = LogFile.to(hanging);
    log.write("the one that hangs");
    hanging.entered.await();

    IntStream.range(0, LogFile.WAITING + 3).forEach(i -> log.write("line " + i));

    assertThat(log.lost()).isEqualTo(3);
    hanging.released.countDown();
    log.close();
    assertThat(hanging.lines).isEqualTo(LogFile.WAITING + 1);
  }

  @Test
  void countsWhatComesWhenItIsClosed() {
    LogFile log = LogFile.to(new StringWriter());
    log.close();
    log.write("too late");

    assertThat(log.lost()).isEqualTo(1);
  }

  @Test
  void saysThatItsFileCannotBeWritten() {
    Path file = folder.resolve("missing/access.log");

    assertThatThrownBy(() -> LogFile.appendTo(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + """
                : error: the log cannot be written: NoSuchFileException
                  why: every request is logged in this file
                  fix: make its folder, or let it be written to""");
  }

  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int start, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class HangingWriter extends Writer {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private int lines;

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      lines++;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
