package org.w3id.scokg.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.link.SssomFile;

/** Published links are asked for again, and what has changed is told. */
class VerificationTest {

  @TempDir Path folder;
  FakeService fake;
  int verified;

  @BeforeEach
  void start() {
    fake = FakeService.start();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static String row(String subject, String predicate, String object, String label) {
    return "id:%s\tThe %s\t%s\t%s\t%s\tsemapv:LexicalMatching\n"
        .formatted(subject, subject, predicate, object, label);
  }

  private static String exact(String subject, String object, String label) {
    return row(subject, "skos:exactMatch", object, label);
  }

  private List<String> verify(String... rows) {
    SssomFile mappings = Streams.mappings(folder.resolve("streams.sssom.tsv"), rows);
    Diagnostics changes = new Diagnostics();
    ObjectSpace space = ObjectSpace.of(Optional.empty(), mappings, Streams.open(fake));
    verified = new Verification(space, 2, text -> {}).run(changes);
    return changes.list().stream().map(Object::toString).toList();
  }

  @Test
  void whatStillHoldsIsPassedOver() {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 90, true));
    fake.knows("The saale", FakeService.candidate("2", "Saale", 60, false));
    fake.knows(
        "The elbe",
        FakeService.candidate("4", "Elbe", 60, false),
        FakeService.candidate("3", "Elbe", 60, false));
    assertThat(
            verify(
                exact("ilm", "st:1", "Ilm"),
                exact("saale", "st:2", ""),
                exact("elbe", "st:3", "Elbe")))
        .isEmpty();
    assertThat(verified).isEqualTo(3);
    assertThat(fake.batches()).hasSize(2);
  }

  @Test
  void onlyExactMatchesWithTheServiceAreAskedFor() {
    assertThat(
            verify(
                row("ilm", "skos:closeMatch", "st:1", "Ilm"),
                exact("saale", "id:other", "Saale"),
                exact("elbe", "sssom:NoTermFound", "")))
        .isEmpty();
    assertThat(verified).isZero();
    assertThat(fake.batches()).isEmpty();
  }

  @Test
  void whatIsNoLongerFoundIsTold() {
    assertThat(verify(exact("ilm", "st:1", "Ilm")))
        .containsExactly(
            """
            streams.sssom.tsv:7: error: st:1 is no longer found
              why: the service finds it neither by the name 'The ilm' nor by its identifier
              fix: look whether it is gone; then remove the link, or correct it""");
    assertThat(fake.batches())
        .containsExactly(
            "{\"q0\":{\"query\":\"The ilm\",\"limit\":10}}",
            "{\"q0\":{\"query\":\"1\",\"limit\":10}}");
  }

  @Test
  void whatIsFoundByItsIdentifierOnlyIsStillThere() {
    fake.knows("The ilm", FakeService.candidate("9", "Ilm elsewhere", 60, false));
    fake.knows("1", FakeService.candidate("1", "Ilm", 100, true));
    assertThat(verify(exact("ilm", "st:1", "Ilm"))).isEmpty();
  }

  @Test
  void anotherNameIsTold() {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm (Thuringia)", 90, true));
    assertThat(verify(exact("ilm", "st:1", "Ilm")))
        .containsExactly(
            """
            streams.sssom.tsv:7: error: st:1 is named 'Ilm (Thuringia)' now
              why: it was named 'Ilm' when it was linked
              fix: look whether it still means the same; then correct object_label""");
  }

  @Test
  void anotherMatchIsTold() {
    fake.knows(
        "The ilm",
        FakeService.candidate("8", "Ilm, a tributary", 99.5, true),
        FakeService.candidate("1", "Ilm", 60, false));
    assertThat(verify(exact("ilm", "st:1", "Ilm")))
        .containsExactly(
            """
            streams.sssom.tsv:7: error: the service takes st:8 for 'The ilm' now
              why: it is sure of 'Ilm, a tributary', with a score of 99.5; the link leads to st:1
              fix: look which of the two is meant""");
  }

  @Test
  void anotherIdentifierIsTold() {
    fake.knows("1", FakeService.candidate("2", "Ilm", 100, true));
    assertThat(verify(exact("ilm", "st:1", "Ilm")))
        .containsExactly(
            """
            streams.sssom.tsv:7: error: st:1 has become st:2
              why: the service answers with 'Ilm' where it is asked for the identifier
              fix: write the new identifier""");
  }
}
