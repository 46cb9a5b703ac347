package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

class JoinIndexTest {

  private static final List<ValueReader> FIRST = List.of(reader(0));
  private static final List<ValueReader> BOTH = List.of(reader(0), reader(1));

  private final HandlerSink terms = new HandlerSink(new AbstractRDFHandler() {});

  private static ValueReader reader(int reference) {
    return new ReferenceReader(reference, java.util.Set.of());
  }

  /** A record of which each reference has the values given. */
  private record Cells(List<List<String>> values) implements Iteration {
    @Override
    public int count(int reference) {
      return values.get(reference).size();
    }

    @Override
    public String value(int reference, int index) {
      return values.get(reference).get(index);
    }

    @Override
    public ValueKind kind(int reference, int index) {
      return ValueKind.STRING;
    }

    @Override
    public long line() {
      return 1;
    }

    @Override
    public long number() {
      return 1;
    }

    @Override
    public String json() {
      return "{}";
    }
  }

  private static Cells cells(String... cells) {
    return new Cells(Stream.of(cells).map(List::of).toList());
  }

  private List<String> found(JoinIndex<Value> index, List<ValueReader> keys, Cells child) {
    return index.find(keys, child).stream().map(Value::stringValue).toList();
  }

  @ParameterizedTest(name = "in {0} bytes")
  @ValueSource(longs = {1, 100_000, Long.MAX_VALUE})
  void findsTheParentsOfEveryKeyInTheirOrderWhereverTheyAreKept(long bound) {
    Map<String, List<String>> expected = new HashMap<>();
    Random random = new Random(7);
    try (JoinIndex<Value> index = new JoinIndex<>(terms, bound)) {
      for (int i = 0; i < 100_000; i++) {
        String key = "k" + random.nextInt(60_000);
        String parent = "https://example.org/" + i;
        expected.computeIfAbsent(key, k -> new ArrayList<>()).add(parent);
        index.add(FIRST, cells(key), List.of(terms.iri(parent)));
      }

      assertThat(index.isSpilled()).isEqualTo(bound < Long.MAX_VALUE);
      expected.forEach(
          (key, parents) -> assertThat(found(index, FIRST, cells(key))).isEqualTo(parents));
      assertThat(found(index, FIRST, cells("none"))).isEmpty();
    }
  }

  @ParameterizedTest(name = "in {0} bytes")
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void tellsKeysApartThatAreTheSameWhenWrittenTogether(long bound) {
    try (JoinIndex<Value> index = new JoinIndex<>(terms, bound)) {
      index.add(BOTH, cells("a", "bc"), List.of(terms.iri("https://example.org/1")));
      index.add(BOTH, cells("ab", "c"), List.of(terms.iri("https://example.org/2")));

      assertThat(found(index, BOTH, cells("ab", "c"))).containsExactly("https://example.org/2");
      assertThat(found(index, BOTH, cells("abc", ""))).isEmpty();
    }
  }

  @Test
  void joinsEachOfSeveralValues() {
    Cells parent = new Cells(List.of(List.of("a", "b")));
    try (JoinIndex<Value> index = new JoinIndex<>(terms, Long.MAX_VALUE)) {
      index.add(FIRST, parent, List.of(terms.iri("https://example.org/1")));

      assertThat(found(index, FIRST, cells("b"))).containsExactly("https://example.org/1");
      assertThat(found(index, FIRST, new Cells(List.of(List.of("b", "x", "a"))))).hasSize(2);
    }
  }

  @Test
  void equalsNothingWhereAKeyIsNull() {
    Cells nulls = new Cells(List.of(List.of(), List.of("a")));
    try (JoinIndex<Value> index = new JoinIndex<>(terms, Long.MAX_VALUE)) {
      index.add(BOTH, nulls, List.of(terms.iri("https://example.org/1")));

      assertThat(found(index, BOTH, nulls)).isEmpty();
    }
  }

  @Test
  void keepsEveryKindOfTermOutsideOfMemory() {
    List<Value> kinds =
        List.of(
            terms.iri("https://example.org/É?a=b#c"),
            terms.blankNode("b1"),
            terms.literal("line\n\"quoted\" \\ 上海"),
            terms.inLanguage("ru").of("да"),
            terms.ofDatatype("http://www.w3.org/2001/XMLSchema#integer").of("1"));
    try (JoinIndex<Value> index = new JoinIndex<>(terms, 1)) {
      index.add(FIRST, cells("k"), kinds);
      index.add(FIRST, cells("k"), kinds);

      assertThat(index.isSpilled()).isTrue();
      assertThat(index.find(FIRST, cells("k"))).hasSize(10).startsWith(kinds.toArray(Value[]::new));
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    List<Path> before = temporaryFolders();
    try (JoinIndex<Value> index = new JoinIndex<>(terms, 1)) {
      index.add(FIRST, cells("k"), List.of(terms.literal("v"), terms.literal("w")));
      assertThat(temporaryFolders()).hasSize(before.size() + 1);
    }
    assertThat(temporaryFolders()).isEqualTo(before);
  }

  private static List<Path> temporaryFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("scokg-join"))
          .sorted()
          .toList();
    }
  }
}
