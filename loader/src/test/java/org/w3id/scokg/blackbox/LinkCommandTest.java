package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.scokg.propose.FakeService.candidate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.propose.FakeService;

/** Links are asked for, reviewed, published and verified, as a librarian does it. */
class LinkCommandTest {

  private static final String HEAD =
      """
      #mapping_set_id: http://rivers.example/mappings/streams
      #license: https://creativecommons.org/publicdomain/zero/1.0/
      #curie_map:
      #  id: http://rivers.example/id/
      #  st: http://streams.example/
      subject_id	subject_label	predicate_id	object_id	object_label	mapping_justification
      """;

  private static final String QUERY =
      """
      # title: What are streams asked for?
      # description: Rivers and towns by name, rivers by length too.
      # property length: P1
      PREFIX : <http://rivers.example/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?entity ?label ?type ?length
      WHERE {
        VALUES (?class ?type) { (:River "stream") (:Town "town") }
        ?entity a ?class ; rdfs:label ?label .
        OPTIONAL { ?entity :lengthInKilometres ?length }
      }
      """;

  @TempDir static Path shared;
  static Path build;

  Path project;
  Path mappings;
  FakeService fake;

  @BeforeAll
  static void buildOnce() throws IOException {
    Path original = ExampleProject.copyTo(shared.resolve("rivers"));
    Files.writeString(original.resolve("mappings/streams.sssom.tsv"), HEAD);
    assertThat(Cli.run("build", "--project", original.toString()).code()).isZero();
    build = original.resolve("builds/current").toRealPath();
  }

  @BeforeEach
  void start() throws IOException {
    project = ExampleProject.copyTo(Files.createTempDirectory(shared, "project"));
    mappings = project.resolve("mappings/streams.sssom.tsv");
    Files.writeString(mappings, HEAD);
    // Nobody changes a build, so that one does for all.
    Path builds = Files.createDirectory(project.resolve("builds"));
    Files.createSymbolicLink(builds.resolve(build.getFileName()), build);
    Files.createSymbolicLink(builds.resolve("current"), build.getFileName());
    fake =
        FakeService.start()
            .knows(
                "Ilm", candidate("1", "Ilm", 92.5, true), candidate("2", "Ilm (brook)", 40, false))
            .knows("Saale", candidate("3", "Saale", 88, true));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Cli link(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "link",
                "--project",
                project.toString(),
                "--service",
                fake.address().toString(),
                "--to",
                mappings.toString(),
                "--rate",
                "1000/s"));
    args.addAll(List.of(more));
    return Cli.run(args);
  }

  private Cli review(String answers, String... more) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    try {
      List<String> args =
          new ArrayList<>(List.of("link", "review", "--project", project.toString()));
      args.addAll(List.of(more));
      return Cli.run(args);
    } finally {
      System.setIn(before);
    }
  }

  private Cli verify(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "link",
                "verify",
                "--service",
                fake.address().toString(),
                mappings.toString(),
                "--rate",
                "1000"));
    args.addAll(List.of(more));
    return Cli.run(args);
  }

  private String read(String file) throws IOException {
    return Files.readString(project.resolve(file));
  }

  private String anonymous(String text) {
    return text.replace(project + "/", "").replace(fake.address().toString(), "SERVICE");
  }

  @Test
  void everyEntityWithALabelIsAskedForWhereNoQuerySaysOtherwise() throws IOException {
    Cli run = link();
    assertThat(run.err())
        .isEqualTo("asked for 5 entities; 3 candidates for 2 entities, none for 3\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(project.resolve("mappings/streams.review.tsv") + "\n");
    assertThat(fake.batches())
        .containsExactly(
            "{\"q0\":{\"query\":\"Walkers' bridge\",\"limit\":5},"
                + "\"q1\":{\"query\":\"Halle\",\"limit\":5},"
                + "\"q2\":{\"query\":\"Ilm\",\"limit\":5},"
                + "\"q3\":{\"query\":\"Jena\",\"limit\":5},"
                + "\"q4\":{\"query\":\"Saale\",\"limit\":5}}");
    assertThat(read("mappings/streams.review.tsv"))
        .contains("id:ilm\tIlm\t:Place, :River\t\tskos:exactMatch\tst:1\tIlm\t92.5\tyes\tstream\t")
        .contains("id:jena\tJena\t:Place, :Town\t\tskos:exactMatch\tsssom:NoTermFound\t");
  }

  @Test
  void theQueryBesideAMappingSetSaysWhatIsAskedFor() throws IOException {
    Files.writeString(project.resolve("mappings/streams.link.rq"), QUERY);
    assertThat(link("--type", ":River").err())
        .isEqualTo("asked for 2 entities; 3 candidates for 2 entities, none for 0\n");
    assertThat(fake.batches())
        .containsExactly(
            "{\"q0\":{\"query\":\"Ilm\",\"type\":\"stream\",\"limit\":5},"
                + "\"q1\":{\"query\":\"Saale\",\"type\":\"stream\",\"limit\":5,"
                + "\"properties\":[{\"pid\":\"P1\",\"v\":\"413.0\"}]}}");
    assertThat(read("mappings/streams.review.tsv"))
        .contains("id:saale\tSaale\t:Place, :River\tlength: 413.0\t");
  }

  @Test
  void neitherTheQueryNorTheReviewIsOfTheBuild() throws IOException {
    ExampleProject.delete(project.resolve("builds"));
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    Path current = project.resolve("builds/current").toRealPath();
    Files.writeString(project.resolve("mappings/streams.link.rq"), QUERY);
    assertThat(link().code()).isZero();
    assertThat(Cli.run("build", "--project", project.toString()).err())
        .isEqualTo("unchanged since build " + current.getFileName() + "\n");
  }

  @Test
  void aRunThatFailedIsTakenUpWhereItEnded() throws IOException {
    fake.next(200, FakeService.MANIFEST).next(200, noneFor(2)).next(503, "");
    Cli stopped = link("--batch", "2", "--tries", "1");
    assertThat(stopped.code()).isEqualTo(1);
    assertThat(anonymous(stopped.err()))
        .isEqualTo(
            """
            asked for 2 entities; 0 candidates for 0 entities, none for 2
            SERVICE: error: the service answers HTTP 503
              why: it was asked once, with growing pauses
              fix: ask again later: what was answered is kept, and only the rest is asked for
            """);
    assertThat(read("mappings/streams.review.tsv")).contains("id:bridge").doesNotContain("id:ilm");

    assertThat(link("--batch", "2").err())
        .isEqualTo("asked for 3 entities; 3 candidates for 2 entities, none for 3\n");
    assertThat(fake.batches()).hasSize(4);
    assertThat(link().err())
        .isEqualTo("asked for 0 entities; 3 candidates for 2 entities, none for 3\n");
    assertThat(link("--refresh").err())
        .isEqualTo("asked for 5 entities; 3 candidates for 2 entities, none for 3\n");
  }

  private static String noneFor(int number) {
    StringBuilder answer = new StringBuilder("{");
    for (int i = 0; i < number; i++) {
      answer.append(i == 0 ? "" : ", ").append("\"q%d\": {\"result\": []}".formatted(i));
    }
    return answer.append('}').toString();
  }

  @Test
  void aServiceThatAsksForASecondIsGivenIt() {
    fake.next(429, "", "Retry-After", "1");
    assertThat(link().code()).isZero();
  }

  @Test
  void whatIsBeingDoneIsShownOnATerminal() {
    System.setProperty("scokg.terminal", "true");
    try {
      fake.next(503, "", "Retry-After", "0");
      assertThat(link("--batch", "3").err())
          .isEqualTo(
              "\r\033[Kwaiting 0.0 s before try 2 of 5 …"
                  + "\r\033[KStreams: 0 of 5 …\r\033[KStreams: 3 of 5 …\r\033[K"
                  + "asked for 5 entities; 3 candidates for 2 entities, none for 3\n");
    } finally {
      System.clearProperty("scokg.terminal");
    }
  }

  @Test
  void aServiceThatIsDownIsTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String address = "http://127.0.0.1:" + port + "/";
    Cli run = link("--service", address, "--tries", "1");
    assertThat(run.code()).isEqualTo(2);
    run =
        Cli.run(
            "link",
            "--project",
            project.toString(),
            "--service",
            address,
            "--to",
            mappings.toString(),
            "--tries",
            "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            address
                + """
            : error: the service cannot be reached: nothing listens at its address
              why: it was tried once, with growing pauses
              fix: correct its address, or ask again later: what was answered is kept, and only \
            the rest is asked for
            """);
  }

  @Test
  void aSlowServiceIsTold() {
    fake.nextIsSlow();
    Cli run = link("--timeout", "0.2", "--tries", "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(anonymous(run.err()))
        .startsWith("SERVICE: error: the service gives no answer within 0.2 s\n");
  }

  @Test
  void whatIsDecidedIsPublishedAndNotAskedAgain() throws IOException {
    link();
    Cli run = review("?\nx\nn\na\nr 4\nn\nr\n1\n", "--reviewer", "id:curators");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("1 accepted, 1 refused, 2 not found, 2 left\n");
    assertThat(run.err())
        .isEqualTo(
            """
            [1 of 5] Walkers' bridge <id:bridge>  :Bridge, :Place
              nothing found
            PROMPTHELPPROMPT'x' is not understood
            HELPPROMPT[2 of 5] Halle <id:halle>  :Place, :Town
              nothing found
            PROMPTthere is no candidate 1
            PROMPTthere is no candidate 4
            PROMPT[3 of 5] Ilm <id:ilm>  :Place, :River
              1  st:1  Ilm  score 92.5  match  stream
              2  st:2  Ilm (brook)  score 40  stream
            PROMPT  1  st:2  Ilm (brook)  score 40  stream
            PROMPT[4 of 5] Jena <id:jena>  :Place, :Town
              nothing found
            PROMPT
            """
                .replace("PROMPT", "a accept, r refuse, n none, s skip, q quit, ? help: ")
                .replace(
                    "HELP",
                    """
                      a    accept the first candidate; 2 accepts the second
                      r    refuse the first candidate; r 2 refuses the second
                      n    record that the other dataset has no such thing
                      s    leave it for another time
                      q    stop; what was decided is published already
                    """));
    int asked = fake.batches().size();
    assertThat(link().err())
        .isEqualTo("asked for 0 entities; 1 candidates for 1 entities, none for 1\n");
    assertThat(fake.batches()).hasSize(asked);
  }

  @Test
  void aReviewMayStopAndGoOn() throws IOException {
    link();
    assertThat(review("s\ns\nr\nq\n", "--reviewer", "id:curators").out())
        .isEqualTo("0 accepted, 1 refused, 0 not found, 5 left\n");
    Cli second =
        review(
            "s\ns\n1\ns\na\n",
            "--reviewer",
            "id:curators",
            project.resolve("mappings/streams.review.tsv").toString());
    assertThat(second.out()).isEqualTo("2 accepted, 0 refused, 0 not found, 3 left\n");
    String day = LocalDate.now(ZoneId.systemDefault()).toString();
    assertThat(read("mappings/streams.sssom.tsv"))
        .isEqualTo(
            HEAD.replaceFirst("(?m)^subject_id.*\n", "")
                + """
                subject_id	subject_label	predicate_id	predicate_modifier	object_id	object_label	mapping_justification	reviewer_id	mapping_tool	mapping_date	confidence
                id:ilm	Ilm	skos:exactMatch	Not	st:1	Ilm	semapv:ManualMappingCuration	id:curators		DAY	-
                id:ilm	Ilm	skos:exactMatch		st:2	Ilm (brook)	semapv:LexicalMatching	id:curators	scokg	DAY	0.4
                id:saale	Saale	skos:exactMatch		st:3	Saale	semapv:LexicalMatching	id:curators	scokg	DAY	0.88
                """
                    .replace("DAY", day)
                    .replace("-\n", "\n"));
    assertThat(Cli.run("check", "--project", project.toString()).out())
        .isEqualTo("ok: 9 facts, 96 statements asserted, 7 inferred, 2 links\n");
    assertThat(link("--no-cache").err())
        .isEqualTo("asked for 3 entities; 0 candidates for 0 entities, none for 3\n");
    assertThat(link("--all", "--no-cache", "--json").out().replaceAll("\\s+", " "))
        .isEqualTo(
            "{ \"ok\" : true , \"asked\" : 5 , \"candidates\" : 3 , \"found\" : 2 ,"
                + " \"notFound\" : 3 , \"review\" : \""
                + project.resolve("mappings/streams.review.tsv")
                + "\" } ");
  }

  @Test
  void aReviewNeedsAReviewer() {
    Cli run = review("");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: Missing required option: '--reviewer=ID'
            Try 'scokg link review --help'.
            """);
  }

  @Test
  void aReviewNeedsProposals() {
    Cli run = review("", "--reviewer", "id:curators");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: there is nothing to review; 'scokg link' asks for proposals
            Try 'scokg link review --help'.
            """);
  }

  @Test
  void whatHoldsIsVerified() throws IOException {
    publish("st:1", "Ilm");
    Cli run = verify();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("ok: 1 links verified\n");
    assertThat(verify("--json").out().replaceAll("\\s+", " "))
        .isEqualTo("{ \"ok\" : true , \"verified\" : 1 } ");
  }

  @Test
  void whatHasChangedIsTold() throws IOException {
    publish("st:2", "Ilm, a brook");
    Cli run = verify();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(anonymous(run.err()))
        .isEqualTo(
            """
            mappings/streams.sssom.tsv:7: error: st:2 is named 'Ilm (brook)' now
              why: it was named 'Ilm, a brook' when it was linked
              fix: look whether it still means the same; then correct object_label
            mappings/streams.sssom.tsv:7: error: the service takes st:1 for 'Ilm' now
              why: it is sure of 'Ilm', with a score of 92.5; the link leads to st:2
              fix: look which of the two is meant
            2 errors
            """);
    assertThat(verify("--json").out()).contains("\"ok\" : false", "\"line\" : 7");
  }

  private void publish(String object, String label) throws IOException {
    Files.writeString(
        mappings,
        HEAD
            + "id:ilm\tIlm\tskos:exactMatch\t%s\t%s\tsemapv:LexicalMatching\n"
                .formatted(object, label));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate|fast|--rate must be a number of requests a second, such as 5/s",
        "--rate|0|--rate must be a number of requests a second, such as 5/s",
        "--batch|0|--batch must be at least 1",
        "--tries|0|--tries must be at least 1",
        "--timeout|0|--timeout must be between 0 and 3600 seconds",
        "--type|:Rivr|--type: nothing that is to be linked is a :Rivr",
        "--type|River|--type must be an IRI, or have a prefix of the dataset: 'River'",
        "--service|ftp://a.example/|--service must be an HTTP address",
        "--service|a b|--service must be an HTTP address",
        "--service|http://name:word@a.example/|--service must not hold a password"
      })
  void aWrongOptionIsTold(String option, String value, String message) {
    List<String> args =
        new ArrayList<>(
            List.of("link", "--project", project.toString(), "--to", mappings.toString()));
    if (!option.equals("--service")) {
      args.addAll(List.of("--service", fake.address().toString()));
    }
    args.addAll(List.of(option, value));
    Cli run = Cli.run(args);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("scokg: " + message + "\nTry 'scokg link --help'.\n");
  }

  @Test
  void aServiceAndAMappingSetAreNeeded() {
    assertThat(Cli.run("link", "--project", project.toString()).err())
        .isEqualTo("scokg: Missing required option: '--to=FILE'\nTry 'scokg link --help'.\n");
    assertThat(Cli.run("link", "--project", project.toString(), "--to", mappings.toString()).err())
        .isEqualTo("scokg: Missing required option: '--service=URL'\nTry 'scokg link --help'.\n");
  }

  @Test
  void whatIsWrongWithTheQueryIsTold() throws IOException {
    Files.writeString(
        project.resolve("mappings/streams.link.rq"),
        QUERY
            .replace("?entity ?label", "?entity ?name")
            .replace("# property length: P1", "# property width: P1"));
    Cli run = link();
    assertThat(run.code()).isEqualTo(1);
    assertThat(anonymous(run.err()))
        .isEqualTo(
            """
            mappings/streams.link.rq: error: nothing says which property ?length is
              why: what is selected besides ?entity, ?label and ?type is evidence, compared with \
            a property of the service
              fix: add a line '# property length: ID' at the top
            mappings/streams.link.rq: error: nothing says which property ?name is
              why: what is selected besides ?entity, ?label and ?type is evidence, compared with \
            a property of the service
              fix: add a line '# property name: ID' at the top
            mappings/streams.link.rq: error: the query does not select ?label
              why: a service is asked for each ?entity by its ?label
              fix: select it
            mappings/streams.link.rq: error: the query does not select ?width
              why: its head says which property of the service it is
              fix: select it, or remove the line
            4 errors
            """);
  }
}
