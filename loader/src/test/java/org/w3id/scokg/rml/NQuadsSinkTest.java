package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NQuadsSinkTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final WriteBehind out = new WriteBehind(bytes, NQuadsSink.PIECE);
  private final NQuadsSink sink = new NQuadsSink(out);
  private final byte[] subject = sink.iri("https://example.org/s");
  private final byte[] predicate = sink.iri("https://example.org/p");

  private String written() {
    sink.accept();
    sink.flush();
    out.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesEveryKindOfTerm() {
    sink.add(subject, predicate, sink.iri("https://example.org/É"), null);
    sink.add(
        sink.blankNode("b1"), predicate, sink.literal("上海"), sink.iri("https://example.org/g"));
    sink.add(subject, predicate, sink.inLanguage("ru").of("да"), sink.blankNode("g"));
    sink.add(subject, predicate, sink.ofDatatype("https://example.org/d").of("1"), null);
    sink.add(
        subject,
        predicate,
        sink.ofDatatype("http://www.w3.org/2001/XMLSchema#string").of("s"),
        null);
    sink.add(subject, predicate, sink.literal("x"), sink.constant(Rml.DEFAULT_GRAPH));

    assertThat(written())
        .isEqualTo(
            """
            <https://example.org/s> <https://example.org/p> <https://example.org/É> .
            _:b1 <https://example.org/p> "上海" <https://example.org/g> .
            <https://example.org/s> <https://example.org/p> "да"@ru _:g .
            <https://example.org/s> <https://example.org/p> "1"^^<https://example.org/d> .
            <https://example.org/s> <https://example.org/p> "s" .
            <https://example.org/s> <https://example.org/p> "x" .
            """);
    assertThat(sink.count()).isEqualTo(6);
  }

  @Test
  void escapesWhatCannotStandForItself() {
    sink.add(
        sink.unsafeIri("https://example.org/a b<c>"),
        predicate,
        sink.literal("\"quoted\" \\ \b\t\n\f\r \u0001\u007F é"),
        null);

    assertThat(written())
        .isEqualTo(
            "<https://example.org/a\\u0020b\\u003Cc\\u003E> <https://example.org/p>"
                + " \"\\\"quoted\\\" \\\\ \\b\\t\\n\\f\\r \\u0001\\u007F é\" .\n");
  }

  @Test
  void takesBackOnlyTheRecordThatIsDiscarded() {
    sink.add(subject, predicate, sink.literal("kept"), null);
    sink.accept();
    sink.add(subject, predicate, sink.literal("gone"), null);
    sink.discard();
    sink.add(subject, predicate, sink.literal("kept too"), null);

    assertThat(written()).contains("\"kept\"", "\"kept too\"").doesNotContain("gone");
    assertThat(sink.count()).isEqualTo(2);
  }

  @Test
  void writesARecordThatIsLargerThanItsBuffer() {
    String long1 = "x".repeat(3_000_000);
    sink.add(subject, predicate, sink.literal(long1), null);
    sink.add(subject, predicate, sink.literal(long1), null);

    assertThat(written()).hasSize(2 * (3_000_000 + "<https://example.org/s>  .\n".length() + 26));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void isReadBackAsWhatWasWritten(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder label = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        int c = random.nextInt(random.nextBoolean() ? 0x100 : 0x10FFFF);
        label.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 'x' : c);
      }
      Literal literal = Values.literal(label.toString());
      NQuadsSink fresh = new NQuadsSink(new WriteBehind(bytes, NQuadsSink.PIECE));
      bytes.reset();
      fresh.add(subject, predicate, fresh.constant(literal), null);
      fresh.accept();
      fresh.flush();

      Model read = Rio.parse(new ByteArrayInputStream(bytes.toByteArray()), RDFFormat.NQUADS);
      assertThat(read.objects()).containsExactly(literal);
    }
  }
}
