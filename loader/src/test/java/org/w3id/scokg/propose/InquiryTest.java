package org.w3id.scokg.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities are asked for in batches, and what was answered is not asked again. */
class InquiryTest {

  @TempDir Path folder;
  FakeService fake;

  @BeforeEach
  void start() {
    fake = FakeService.start();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Inquiry.Findings ask(List<Subject> subjects, int batch, AnswerCache.Use use) {
    AnswerCache cache = new AnswerCache(folder.resolve("answers"), use);
    return new Inquiry(Streams.open(fake), cache, batch, 5, text -> {}).ask(subjects);
  }

  private static List<Subject> subjects(int number) {
    return IntStream.range(0, number).mapToObj(i -> Streams.subject("s" + i)).toList();
  }

  @ParameterizedTest(name = "{0} wanted, the service takes {1}")
  @CsvSource({"4,50,3", "100,50,1", "100,6,2", "100,none,2", "3,none,4", "100,0,2", "100,x,2"})
  void batchesAreAsLargeAsIsWantedAndTheServiceTakes(int wanted, String taken, int batches) {
    if (!taken.equals("none")) {
      String size = taken.equals("x") ? "\"many\"" : taken;
      fake.withManifest(FakeService.MANIFEST.replace("{", "{\"batchSize\": " + size + ", "));
    }
    Inquiry.Findings findings = ask(subjects(12), wanted, AnswerCache.Use.NONE);
    assertThat(fake.batches()).hasSize(batches);
    assertThat(findings.candidates()).hasSize(12);
    assertThat(findings.asked()).isEqualTo(12);
  }

  @Test
  void evidenceGoesWithTheName() {
    Subject subject =
        new Subject(
            "http://rivers.example/id/ilm",
            "Ilm",
            List.of(),
            List.of("s", "r"),
            List.of(
                new Evidence("length", "P1", List.of("128")),
                new Evidence("into", "P2", List.of("http://streams.example/7", "Saale"))));
    ask(List.of(subject), 10, AnswerCache.Use.NONE);
    assertThat(fake.batches())
        .containsExactly(
            "{\"q0\":{\"query\":\"Ilm\",\"type\":[\"s\",\"r\"],\"type_strict\":\"any\",\"limit\":5,"
                + "\"properties\":[{\"pid\":\"P1\",\"v\":\"128\"},"
                + "{\"pid\":\"P2\",\"v\":[{\"id\":\"7\"},\"Saale\"]}]}}");
  }

  @Test
  void whatWasAnsweredIsNotAskedAgain() {
    fake.knows("The s1", FakeService.candidate("1", "S one", 80, false));
    Inquiry.Findings first = ask(subjects(12), 5, AnswerCache.Use.KEEP);
    Inquiry.Findings second = ask(subjects(12), 5, AnswerCache.Use.KEEP);
    assertThat(fake.batches()).hasSize(3);
    assertThat(second.asked()).isZero();
    assertThat(second.candidates()).isEqualTo(first.candidates());
    assertThat(second.candidates().get(Streams.subject("s1")))
        .extracting(Candidate::name)
        .containsExactly("S one");
  }

  @Test
  void whatWasAnsweredIsAskedAgainWhereThatIsWanted() {
    ask(subjects(2), 5, AnswerCache.Use.KEEP);
    fake.knows("The s1", FakeService.candidate("1", "S one", 80, false));
    assertThat(ask(subjects(2), 5, AnswerCache.Use.REFRESH).asked()).isEqualTo(2);
    assertThat(ask(subjects(2), 5, AnswerCache.Use.KEEP).candidates().get(Streams.subject("s1")))
        .hasSize(1);
    assertThat(fake.batches()).hasSize(2);
  }

  @Test
  void withoutACacheNothingIsKept() {
    ask(subjects(2), 5, AnswerCache.Use.NONE);
    assertThat(folder.resolve("answers")).doesNotExist();
  }

  @Test
  void anInquiryThatWasInterruptedAsksForTheRestOnly() {
    Inquiry.Findings stopped =
        new Inquiry(
                Streams.open(fake),
                new AnswerCache(folder.resolve("answers"), AnswerCache.Use.KEEP),
                5,
                5,
                progress -> {
                  if (progress.equals("Streams: 10 of 20")) {
                    fake.next(503, "");
                  }
                })
            .ask(subjects(20));
    assertThat(stopped.candidates()).hasSize(10);
    assertThat(stopped.asked()).isEqualTo(10);
    assertThat(stopped.problems().list())
        .extracting(problem -> problem.what())
        .containsExactly("the service answers HTTP 503");

    Inquiry.Findings resumed = ask(subjects(20), 5, AnswerCache.Use.KEEP);
    assertThat(resumed.asked()).isEqualTo(10);
    assertThat(resumed.candidates()).hasSize(20);
    assertThat(resumed.problems().list()).isEmpty();
    assertThat(fake.batches()).hasSize(5);
  }

  @Test
  void anAnswerThatIsDamagedOnDiskIsAskedForAgain() throws IOException {
    ask(subjects(3), 5, AnswerCache.Use.KEEP);
    List<Path> files;
    try (Stream<Path> list = Files.list(folder.resolve("answers"))) {
      files = new ArrayList<>(list.sorted().toList());
    }
    assertThat(files).hasSize(3);
    Files.writeString(files.get(0), "{\"result\": [");
    assertThat(ask(subjects(3), 5, AnswerCache.Use.KEEP).asked()).isEqualTo(1);
  }

  @Test
  void aCacheThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("answers"), "in the way");
    Inquiry.Findings findings = ask(subjects(1), 5, AnswerCache.Use.KEEP);
    assertThat(findings.problems().list())
        .extracting(problem -> problem.what())
        .containsExactly("the file cannot be written: " + folder.resolve("answers"));
    assertThat(findings.candidates()).hasSize(1);
  }

  @Test
  void anotherQuestionOrAnotherServiceIsAnotherAnswer() {
    ask(subjects(1), 5, AnswerCache.Use.KEEP);
    try (FakeService other = FakeService.start()) {
      AnswerCache cache = new AnswerCache(folder.resolve("answers"), AnswerCache.Use.KEEP);
      new Inquiry(Streams.open(other), cache, 5, 5, text -> {}).ask(subjects(1));
      assertThat(other.batches()).hasSize(1);
      new Inquiry(Streams.open(other), cache, 5, 6, text -> {}).ask(subjects(1));
      assertThat(other.batches()).hasSize(2);
    }
  }
}
