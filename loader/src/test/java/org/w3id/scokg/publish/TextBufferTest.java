package org.w3id.scokg.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBufferTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void handsOnAllThatItIsGivenInItsOrder(long seed) throws IOException {
    Random random = new Random(seed);
    StringWriter out = new StringWriter();
    StringBuilder expected = new StringBuilder();
    try (Writer buffer = new TextBuffer(out)) {
      for (int i = 0; i < 3000; i++) {
        String part = "<é😀>".repeat(random.nextInt(i % 1000 == 0 ? 50_000 : 10));
        switch (random.nextInt(4)) {
          case 0 -> buffer.write(part);
          case 1 -> buffer.append(part);
          case 2 -> buffer.write(part.toCharArray());
          default -> {
            for (int at = 0; at < part.length(); at++) {
              buffer.write(part.charAt(at));
            }
          }
        }
        expected.append(part);
      }
      buffer.flush();
      assertThat(out.toString()).isEqualTo(expected.toString());
      buffer.write('.');
    }
    assertThat(out.toString()).isEqualTo(expected + ".");
  }

  @Test
  void closesWhatItWritesToEvenIfThatTakesNothing() {
    boolean[] closed = {false};
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int start, int length) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Writer buffer = new TextBuffer(full);
    assertThatThrownBy(
            () -> {
              buffer.write("text");
              buffer.close();
            })
        .hasMessage("full");
    assertThat(closed[0]).isTrue();
  }
}
