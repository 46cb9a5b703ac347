package org.w3id.scokg.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/** A service is asked politely, and whatever it does is told. */
class ServiceTest {

  /** Chance that always takes the longest pause. */
  private static final RandomGenerator LONGEST = () -> -1L;

  private static final Manners MANNERS = Manners.DEFAULT.withSpacing(Duration.ZERO);

  final PassingTime time = new PassingTime();
  final Diagnostics wrong = new Diagnostics();
  FakeService fake;

  @BeforeEach
  void start() {
    fake = FakeService.start();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Service open() {
    return open(MANNERS, LONGEST);
  }

  private Service open(Manners manners, RandomGenerator random) {
    return open(fake.address(), manners, random);
  }

  private Service open(URI address, Manners manners, RandomGenerator random) {
    ServiceProblems problems = new ServiceProblems(address.toString());
    return Service.open(address, new Line(problems, manners, time, random, text -> {}));
  }

  private String problem(Manners manners) {
    return message(() -> open(manners, LONGEST));
  }

  private String message(ThrowingCallable call) {
    InputException e = catchThrowableOfType(InputException.class, call);
    return String.valueOf(e.getMessage()).replace(fake.address().toString(), "SERVICE");
  }

  private List<Question> questions(String... names) {
    return List.of(names).stream().map(name -> Question.of(name, 3)).toList();
  }

  @Test
  void saysWhatItIs() {
    fake.withManifest(
        """
        {"versions": ["0.1", "0.2"], "name": "Streams", "identifierSpace": "http://a.example/",
         "schemaSpace": "http://b.example/", "batchSize": 50,
         "view": {"url": "http://a.example/{{id}}"}, "more": null}
        """);
    Manifest manifest = open().manifest();
    assertThat(manifest.name()).isEqualTo("Streams");
    assertThat(manifest.identifierSpace()).isEqualTo("http://a.example/");
    assertThat(manifest.schemaSpace()).isEqualTo("http://b.example/");
    assertThat(manifest.batchSize()).isEqualTo(OptionalInt.of(50));
    assertThat(manifest.view()).contains("http://a.example/{{id}}");
  }

  @Test
  void asksABatchInOneForm() {
    fake.knows("Ilm", FakeService.candidate("1", "Ilm", 98.5, true));
    Map<Integer, Json> answers = open().ask(questions("Ilm", "Saale & Co."), wrong);
    assertThat(fake.batches())
        .containsExactly(
            """
            {"q0":{"query":"Ilm","limit":3},"q1":{"query":"Saale & Co.","limit":3}}""");
    assertThat(answers.get(0))
        .hasToString(
            """
            [{"id":"1","name":"Ilm","score":98.5,"match":true,"type":[{"id":"s","name":"stream"}]}]""");
    assertThat(answers.get(1)).hasToString("[]");
    assertThat(wrong.list()).isEmpty();
  }

  @Test
  void aLieAboutItsVersionIsTold() {
    fake.withManifest(FakeService.MANIFEST.replace("\"0.2\"", "\"0.1\", \"1.0-draft\""));
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service speaks version 0.1, 1.0-draft of the API only
              why: 0.2 of the Reconciliation Service API is understood here
              fix: give the address of a service that speaks it""");
  }

  @Test
  void aManifestWithoutVersionsIsToldAsSuch() {
    fake.withManifest(FakeService.MANIFEST.replace("\"versions\": [\"0.2\"], ", ""));
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service does not say which versions of the API it speaks
              why: 'versions' lists them; a manifest without is of an earlier version, or of no \
            reconciliation service
              fix: give the address of a service that speaks 0.2""");
  }

  @Test
  void allThatAManifestLacksIsTold() {
    fake.withManifest("{\"versions\": [], \"name\": 7, \"schemaSpace\": \"http://b.example/\"}");
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the manifest has no 'identifierSpace'
              why: a manifest of the Reconciliation Service API 0.2 has it
              fix: correct the service's address, or tell its makers
            SERVICE: error: the manifest has no 'name'
              why: a manifest of the Reconciliation Service API 0.2 has it
              fix: correct the service's address, or tell its makers
            SERVICE: error: the service speaks no version
              why: 0.2 of the Reconciliation Service API is understood here
              fix: give the address of a service that speaks it""");
  }

  @Test
  void aWebPageIsToldFromAService() {
    fake.withManifest("\n <!DOCTYPE html><html lang=\"en\"><title>Streams</title></html>");
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the answer is a web page, not JSON
              why: it speaks the Reconciliation Service API 0.2, in JSON
              fix: give the address of the service itself, not of a page about it""");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"versions\": [\"0.2\"#it ends in the middle",
        "``#it is empty",
        "{} {}#something follows its end",
        "{'a': 1}#line 1, column 3: Unexpected character (''' (code 39)): was expecting"
            + " double-quote to start field name",
        "`{\n\"a\": ,}`#line 2, column 7: Unexpected character (',' (code 44)): expected a value"
      })
  void brokenJsonIsTold(String manifest, String reason) {
    fake.withManifest(manifest);
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the answer is not JSON: %s
              why: it speaks the Reconciliation Service API 0.2, in JSON
              fix: correct its address, or tell its makers"""
                .formatted(reason));
  }

  @Test
  void jsonThatIsNestedWithoutEndIsTold() {
    fake.withManifest("[".repeat(100_000));
    assertThat(problem(MANNERS))
        .startsWith(
            "SERVICE: error: the answer is not JSON: arrays and objects are nested more than 64"
                + " deep\n");
  }

  @Test
  void aHugeAnswerIsNotTaken() {
    fake.withManifest(" ".repeat(100_001));
    assertThat(problem(MANNERS.withAnswerBytes(100_000)))
        .isEqualTo(
            """
            SERVICE: error: the answer is larger than 100000 bytes
              why: a service that answers so much to so little is taken for another kind of service
              fix: correct its address, or ask for less at a time with --batch or --limit""");
  }

  @Test
  void aServiceThatIsDownIsTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    assertThatThrownBy(() -> open(address, MANNERS, LONGEST))
        .hasMessage(
            address
                + """
            : error: the service cannot be reached: nothing listens at its address
              why: it was tried 5 times, with growing pauses
              fix: correct its address, or ask again later: what was answered is kept, and only \
            the rest is asked for""");
    assertThat(time.waited()).isEqualTo(seconds(1, 2, 4, 8));
  }

  @Test
  void aSlowServiceIsNotWaitedForWithoutEnd() {
    fake.nextIsSlow();
    assertThat(problem(MANNERS.withAnswering(Duration.ofMillis(200)).withTries(1)))
        .isEqualTo(
            """
            SERVICE: error: the service gives no answer within 0.2 s
              why: it was tried once, with growing pauses
              fix: ask again later: what was answered is kept, and only the rest is asked for""");
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsNotWaitedForWithoutEnd() {
    fake.nextStopsInTheMiddle();
    assertThat(problem(MANNERS.withAnswering(Duration.ofMillis(200)).withTries(1)))
        .startsWith("SERVICE: error: the service gives no answer within 0.2 s\n");
  }

  @Test
  void aSlowServiceIsAskedAgain() {
    fake.nextIsSlow();
    Service service = open(MANNERS.withAnswering(Duration.ofMillis(500)), LONGEST);
    assertThat(service.manifest().name()).isEqualTo("Streams");
    assertThat(time.waited()).isEqualTo(seconds(1));
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @ValueSource(strings = {"3", "Tue, 15 Jun 2021 12:00:03 GMT"})
  void aPauseThatIsAskedForIsMade(String after) {
    fake.next(429, "", "Retry-After", after);
    assertThat(open().manifest().name()).isEqualTo("Streams");
    assertThat(time.waited()).isEqualTo(seconds(3));
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @ValueSource(strings = {"0", "Tue, 15 Jun 2021 11:00:00 GMT"})
  void noPauseIsMadeWhereNoneIsAskedFor(String after) {
    fake.next(503, "", "Retry-After", after);
    assertThat(open().manifest().name()).isEqualTo("Streams");
    assertThat(time.waited()).isEqualTo(seconds(0));
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @ValueSource(strings = {"soon", "-1", ""})
  void aPauseThatMakesNoSenseIsPassedOver(String after) {
    fake.next(429, "", "Retry-After", after);
    assertThat(open().manifest().name()).isEqualTo("Streams");
    assertThat(time.waited()).isEqualTo(seconds(1));
  }

  @Test
  void aPauseOfAnHourIsNotMade() {
    fake.next(429, "", "Retry-After", "3600");
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service asks to wait 3600 s
              why: no pause is longer than 60 s
              fix: ask again later: what was answered is kept, and only the rest is asked for""");
    assertThat(time.waited()).isEmpty();
  }

  @Test
  void pausesGrowAndChanceTakesUpToAHalf() {
    for (int i = 0; i < 3; i++) {
      fake.next(502, "");
    }
    assertThat(open(MANNERS, () -> 0L).manifest().name()).isEqualTo("Streams");
    assertThat(time.waited())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void noPauseGrowsBeyondTheLongest() {
    for (int i = 0; i < 8; i++) {
      fake.next(504, "");
    }
    assertThat(open(MANNERS.withTries(9), LONGEST).manifest().name()).isEqualTo("Streams");
    assertThat(time.waited()).isEqualTo(seconds(1, 2, 4, 8, 16, 32, 60, 60));
  }

  @Test
  void aServiceThatIsBusyForEverIsToldAfterAllTries() {
    for (int i = 0; i < 5; i++) {
      fake.next(503, "<html>Be right back</html>");
    }
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service answers HTTP 503
              why: it was asked 5 times, with growing pauses
              fix: ask again later: what was answered is kept, and only the rest is asked for""");
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    fake.next(404, "");
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service refuses the request: HTTP 404
              why: it speaks the Reconciliation Service API 0.2, in JSON
              fix: correct its address, or ask again later: what was answered is kept, and only \
            the rest is asked for""");
    assertThat(time.waited()).isEmpty();
  }

  @Test
  void requestsKeepTheirDistance() {
    Service service = open(MANNERS.withSpacing(Duration.ofSeconds(2)), LONGEST);
    service.ask(questions("Ilm"), wrong);
    service.ask(questions("Saale"), wrong);
    assertThat(time.waited()).isEqualTo(seconds(2, 2));
  }

  @Test
  void aBatchIsSentOnToWhereTheServiceMoved() {
    Service service = open();
    fake.next(301, "", "Location", "/reconcile?moved");
    assertThat(service.ask(questions("Ilm"), wrong)).hasSize(1);
    assertThat(fake.batches()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"file:///etc/hostname", "ftp://a.example/", "a b", "http:"})
  void nothingIsSentOnByAnotherProtocol(String location) {
    fake.next(302, "", "Location", location);
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service sends requests on to '%s'
              why: requests go by HTTP and HTTPS only
              fix: give the address at which it answers"""
                .formatted(location));
  }

  @Test
  void nothingIsSentInCircles() {
    for (int i = 0; i < 6; i++) {
      fake.next(307, "", "Location", "/reconcile");
    }
    assertThat(problem(MANNERS))
        .isEqualTo(
            """
            SERVICE: error: the service sends requests on more than 5 times
              why: somewhere it must answer
              fix: give the address at which it answers""");
  }

  @Test
  void anAnswerToSomethingElseIsTold() {
    Service service = open();
    fake.next(200, "{\"status\": \"error\", \"message\": \"no such type\"}");
    assertThat(message(() -> service.ask(questions("Ilm"), wrong)))
        .isEqualTo(
            """
            SERVICE: error: the answer holds nothing that was asked for
              why: each key of a batch has its result, and the keys are: status, message
              fix: correct the service's address, or tell its makers""");
  }

  @Test
  void whatIsSoundInAnAnswerIsKept() {
    Service service = open();
    fake.next(
        200, "{\"q0\": {\"result\": []}, \"q1\": {\"results\": []}, \"q7\": {\"result\": []}}");
    assertThat(service.ask(questions("Ilm", "Saale", "Unstrut"), wrong)).containsOnlyKeys(0);
    assertThat(told())
        .containsExactly(
            """
            SERVICE: error: the answer has a result for 'q7', which was not asked
              why: results have the keys of their queries; it is left out
              fix: tell the makers of the service""",
            """
            SERVICE: error: there is no result for 'Saale'
              why: each query of a batch has a list of candidates, empty if there are none
              fix: ask again; where that does not help, tell the makers of the service""",
            """
            SERVICE: error: there is no result for 'Unstrut'
              why: each query of a batch has a list of candidates, empty if there are none
              fix: ask again; where that does not help, tell the makers of the service""");
  }

  @Test
  void candidatesThatAreNoneAreLeftOutAndTold() {
    fake.knows(
        "Ilm",
        "{\"id\": \"1\", \"name\": \"Ilm\", \"score\": \"98\"}",
        "{\"name\": \"Ilm\", \"score\": 98}",
        "{\"id\": \"3\", \"score\": 98}",
        "{\"id\": \"4\", \"name\": \"Ilm\", \"score\": 40, \"type\": [\"s\"]}",
        "{\"id\": \"5\", \"name\": \"Ilm\", \"score\": 1e999}",
        "{\"id\": \"6\", \"name\": \"Ilm\", \"score\": 60}");
    Service service = open();
    Json result = service.ask(questions("Ilm"), wrong).getOrDefault(0, Json.of(0));
    assertThat(Candidate.all(result, "Ilm", service.problems(), wrong))
        .containsExactly(
            new Candidate("6", "Ilm", 60, false, List.of(), Map.of()),
            new Candidate("4", "Ilm", 40, false, List.of("s"), Map.of()));
    assertThat(told())
        .containsExactly(
            leftOut("no id"),
            leftOut("no name"),
            leftOut("the score \"98\""),
            leftOut("the score 1E+999"));
  }

  private static String leftOut(String lack) {
    return """
        SERVICE: error: a candidate for 'Ilm' has %s
          why: a candidate has an id, a name, and a number for a score; this one is left out
          fix: tell the makers of the service"""
        .formatted(lack);
  }

  private List<String> told() {
    return wrong.list().stream()
        .map(problem -> problem.toString().replace(fake.address().toString(), "SERVICE"))
        .toList();
  }

  private static List<Duration> seconds(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Duration::ofSeconds).toList();
  }
}
