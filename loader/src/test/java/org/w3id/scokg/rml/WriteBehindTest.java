package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WriteBehindTest {

  private static final int LARGE = 64;

  /** Fails as a full disk does, after some bytes. */
  private static final class FullDisk extends OutputStream {
    private int room = 100;

    @Override
    public void write(int b) throws IOException {
      room--;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
    }
  }

  private static byte[] filled(byte[] buffer, int length, char with) {
    Arrays.fill(buffer, 0, length, (byte) with);
    return buffer;
  }

  @Test
  void writesPiecesInTheirOrderWhateverTheirSize() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    try (WriteBehind out = new WriteBehind(bytes, LARGE)) {
      byte[] buffer = new byte[100];
      for (int i = 0; i < 200; i++) {
        int length = i * 37 % 101;
        char letter = (char) ('a' + i % 26);
        expected.append(String.valueOf(letter).repeat(length));
        buffer = out.write(filled(buffer, length, letter), length);
      }
      out.finish();
    }

    assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo(expected.toString());
  }

  @Test
  void writesSmallPiecesAtOnce() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WriteBehind out = new WriteBehind(bytes, LARGE)) {
      byte[] buffer = new byte[10];

      assertThat(out.write(filled(buffer, 3, 'x'), 3)).isSameAs(buffer);
      assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo("xxx");
    }
  }

  @Test
  void tellsAtTheEndIfNotBeforeThatALargePieceWasNotWritten() {
    try (WriteBehind out = new WriteBehind(new FullDisk(), LARGE)) {
      assertThatThrownBy(
              () -> {
                out.write(new byte[200], 200);
                out.finish();
              })
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("No space left on device");
    }
  }

  @Test
  void tellsOfAFailureAtOneOfTheNextPieces() {
    try (WriteBehind out = new WriteBehind(new FullDisk(), LARGE)) {
      assertThatThrownBy(
              () -> {
                byte[] buffer = new byte[200];
                for (int i = 0; i < 10; i++) {
                  buffer = out.write(buffer, 200);
                }
              })
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("No space left on device");
    }
  }
}
