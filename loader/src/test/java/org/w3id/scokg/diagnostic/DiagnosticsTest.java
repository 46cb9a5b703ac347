package org.w3id.scokg.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems are told together, in the order of the files, causes first, up to a bound. */
class DiagnosticsTest {

  private final Diagnostics problems = new Diagnostics();

  private static Diagnostic at(String file, int line) {
    return new Diagnostic(Location.of(file, line), "what", "why", "fix");
  }

  @Test
  void ordersByFileAndLineAndTellsTheSameOnce() {
    problems.accept(at("b", 1));
    problems.accept(at("a", 10));
    problems.accept(at("a", 9));
    problems.accept(at("a", 10));
    problems.accept(new Diagnostic(Location.of("a"), "what", "why", "fix"));
    assertThat(problems.list())
        .extracting(d -> d.location().toString())
        .containsExactly("a", "a:9", "a:10", "b:1");
  }

  @Test
  void listsAnEarlierPhaseFirst() {
    problems.accept(at("z", 1));
    problems.nextPhase();
    problems.accept(at("a", 1));
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.causes()).isEqualTo(1);
              assertThat(e.diagnostics())
                  .extracting(d -> d.location().file())
                  .containsExactly("z", "a");
            });
  }

  @Test
  void countsWhatIsBeyondTheBound() {
    for (int line = 1; line <= Diagnostics.BOUND + 5; line++) {
      problems.accept(at("a", line));
    }
    problems.accept(at("a", 1));
    assertThat(problems.list()).hasSize(Diagnostics.BOUND);
    assertThat(problems.omitted()).isEqualTo(5);
  }

  @Test
  void doesNotThrowWithoutProblems() {
    problems.throwIfAny();
    problems.nextPhase();
    problems.throwIfAny();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void anExceptionWithoutAProblemIsRefused() {
    assertThatThrownBy(() -> new InputException(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("diagnostics must not be empty");
  }

  @Test
  void suggestsWhatWasMeantAndNothingFarFetched() {
    List<String> known = List.of("start", "end", "sha256", "summary");
    assertThat(Suggestion.nearest("strat", known)).contains("start");
    assertThat(Suggestion.nearest("SUMARY", known)).contains("summary");
    assertThat(Suggestion.nearest("kind", known)).isEmpty();
    assertThat(Suggestion.nearest("", known)).isEmpty();
  }
}
