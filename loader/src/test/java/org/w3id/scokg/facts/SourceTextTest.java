package org.w3id.scokg.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.w3id.scokg.facts.SourceText.Span;

/** Positions are counted in code points, as Web Annotation counts them. */
class SourceTextTest {

  @Test
  void countsCodePointsAndNotChars() {
    SourceText text = SourceText.of("𝄞 one\n😀 two");
    assertThat(text.length()).isEqualTo(11);
    assertThat(text.find("two"))
        .containsExactly(
            new Span(8, 11, "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"));
    assertThat(text.line(8)).isEqualTo(2);
  }

  @Test
  void findsOverlappingPlaces() {
    assertThat(SourceText.of("ananas").find("ana")).extracting(Span::start).containsExactly(0, 2);
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(SourceText.of("abc").find("d")).isEmpty();
  }

  @Test
  void refusesAnEmptyPhrase() {
    assertThatThrownBy(() -> SourceText.of("abc").find(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("phrase must not be empty");
  }
}
