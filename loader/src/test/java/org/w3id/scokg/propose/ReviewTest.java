package org.w3id.scokg.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.link.SssomFile;

/** Proposals are kept until they are decided, and decisions for good. */
class ReviewTest {

  private static final LocalDate DAY = LocalDate.of(2021, 6, 15);

  @TempDir Path folder;
  FakeService fake;
  SssomFile mappings;
  ReviewFile review;

  @BeforeEach
  void start() {
    fake = FakeService.start();
    mappings = Streams.mappings(folder.resolve("streams.sssom.tsv"));
    review =
        ReviewFile.begin(
            folder.resolve("streams.review.tsv"),
            "streams.review.tsv",
            folder.resolve("streams.sssom.tsv"));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Draft.Tally propose(double threshold, String... names) {
    Service service = Streams.open(fake);
    List<Subject> subjects = List.of(names).stream().map(Streams::subject).toList();
    Inquiry.Findings findings =
        new Inquiry(service, new AnswerCache(folder, AnswerCache.Use.NONE), 10, 5, text -> {})
            .ask(subjects);
    ObjectSpace space = ObjectSpace.of(Optional.empty(), mappings, service);
    return new Draft(mappings, space, threshold).into(review, findings);
  }

  private Review review() {
    return new Review(reopened(), mappings, "id:curators", DAY);
  }

  private ReviewFile reopened() {
    return ReviewFile.open(folder.resolve("streams.review.tsv"), "streams.review.tsv");
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The rows of the review file: entity, object, score, state and reviewer. */
  private List<String> rows() {
    return reopened().proposals().stream()
        .map(
            p ->
                String.join(
                        " ",
                        p.subject(),
                        p.object(),
                        p.cell("score"),
                        p.cell("state"),
                        p.cell("reviewer_id"))
                    .strip())
        .toList();
  }

  @Test
  void everyCandidateIsARowAndSoIsThatThereIsNone() throws IOException {
    fake.withManifest(
        FakeService.MANIFEST.replaceFirst(
            "\\{", "{\"view\": {\"url\": \"http://streams.example/page/{{id}}\"}, "));
    fake.knows(
        "The ilm",
        FakeService.candidate("2", "Ilm\\nand\\t\\u001bmore", 40.25, false),
        FakeService.candidate("1", "Ilm", 90, true));
    assertThat(propose(0, "saale", "ilm")).isEqualTo(new Draft.Tally(1, 1, 2));
    assertThat(text("streams.review.tsv"))
        .isEqualTo(
            """
            #mappings: streams.sssom.tsv
            subject_id	subject_label	subject_types	evidence	predicate_id	object_id	object_label	score	match	object_types	page	reasons	state	reviewer_id	date
            id:ilm	The ilm	:River		skos:exactMatch	st:1	Ilm	90	yes	stream	http://streams.example/page/1		open		\s
            id:ilm	The ilm	:River		skos:exactMatch	st:2	Ilm and more	40.25		stream	http://streams.example/page/2		open		\s
            id:saale	The saale	:River		skos:exactMatch	sssom:NoTermFound						nothing found	open		\s
            """
                .replace(" \n", "\n"));
  }

  @Test
  void whatTheScoreWasMadeOfIsSaidInWordsOfOurs() {
    Subject subject =
        new Subject(
            "http://rivers.example/id/ilm",
            "Ilm",
            List.of(),
            List.of(),
            List.of(new Evidence("length", "P1", List.of("128", "129"))));
    Candidate candidate = new Candidate("1", "Ilm", 90, true, List.of(), Map.of("P1", "100"));
    Service service = Streams.open(fake);
    new Draft(mappings, ObjectSpace.of(Optional.empty(), mappings, service), 0)
        .into(
            review,
            new Inquiry.Findings(Map.of(subject, List.of(candidate)), 1, new Diagnostics()));
    assertThat(review.proposals())
        .extracting(p -> p.cell("evidence"), p -> p.cell("reasons"))
        .containsExactly(tuple("length: 128, 129", "length: 100"));
  }

  @Test
  void belowTheThresholdNothingIsProposed() {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 49.5, false));
    assertThat(propose(50, "ilm")).isEqualTo(new Draft.Tally(0, 1, 0));
    assertThat(review.proposals())
        .extracting(p -> p.object() + ", " + p.cell("reasons"))
        .containsExactly("sssom:NoTermFound, the best score is 49.5");
  }

  @Test
  void aDecisionOutlivesWhatIsProposedLater() {
    fake.knows(
        "The ilm",
        FakeService.candidate("1", "Ilm", 90, false),
        FakeService.candidate("2", "Ilm", 80, false),
        FakeService.candidate("3", "Ilm", 70, false));
    propose(0, "ilm", "saale");
    Review first = review();
    first.refuse(first.open().get(0).get(0));
    review = reopened();

    fake.knows(
        "The ilm",
        FakeService.candidate("1", "Ilm", 95, true),
        FakeService.candidate("3", "Ilm", 75, false),
        FakeService.candidate("4", "Ilm", 60, false));
    propose(0, "ilm");
    assertThat(rows())
        .containsExactly(
            "id:ilm st:1 90 refused id:curators",
            "id:ilm st:3 75 open",
            "id:ilm st:4 60 open",
            "id:saale sssom:NoTermFound  open");
  }

  @Test
  void aDecisionThatIsMadeWhileAServiceIsAskedStays() {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 90, false));
    propose(0, "ilm");
    review = reopened();
    Review meanwhile = review();
    meanwhile.accept(meanwhile.open().get(0).get(0));
    propose(0, "ilm", "saale");
    assertThat(rows())
        .containsExactly("id:ilm st:1 90 accepted id:curators", "id:saale sssom:NoTermFound  open");
  }

  @Test
  void whatIsAcceptedIsPublishedAndSettlesItsEntity() throws IOException {
    fake.knows(
        "The ilm",
        FakeService.candidate("1", "Ilm", 90, true),
        FakeService.candidate("2", "Ilm", 80, false));
    propose(0, "ilm");
    Review deciding = review();
    deciding.accept(deciding.open().get(0).get(1));
    assertThat(deciding.open()).isEmpty();
    assertThat(rows()).containsExactly("id:ilm st:2 80 accepted id:curators");
    assertThat(text("streams.sssom.tsv"))
        .isEqualTo(
            Streams.HEAD
                + """
                subject_id	subject_label	predicate_id	object_id	object_label	mapping_justification	reviewer_id	mapping_tool	mapping_date	confidence
                id:ilm	The ilm	skos:exactMatch	st:2	Ilm	semapv:LexicalMatching	id:curators	scokg	2021-06-15	0.8
                """);
  }

  @Test
  void whatIsRefusedIsPublishedAsSuch() throws IOException {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 90, true));
    propose(0, "ilm");
    Review deciding = review();
    deciding.refuse(deciding.open().get(0).get(0));
    assertThat(deciding.open()).isEmpty();
    assertThat(text("streams.sssom.tsv"))
        .isEqualTo(
            Streams.HEAD
                + """
                subject_id	subject_label	predicate_id	predicate_modifier	object_id	object_label	mapping_justification	reviewer_id	mapping_date
                id:ilm	The ilm	skos:exactMatch	Not	st:1	Ilm	semapv:ManualMappingCuration	id:curators	2021-06-15
                """);
  }

  @Test
  void thatThereIsNoneIsPublishedAndSettlesItsEntity() throws IOException {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 90, true));
    propose(0, "ilm", "saale");
    Review deciding = review();
    deciding.findNone(deciding.open().get(0).get(0));
    deciding.findNone(deciding.open().get(0).get(0));
    assertThat(deciding.open()).isEmpty();
    assertThat(rows())
        .containsExactly(
            "id:ilm sssom:NoTermFound  accepted id:curators",
            "id:saale sssom:NoTermFound  accepted id:curators");
    assertThat(text("streams.sssom.tsv"))
        .endsWith(
            """
            id:ilm	The ilm	skos:exactMatch	sssom:NoTermFound		semapv:ManualMappingCuration	id:curators	2021-06-15
            id:saale	The saale	skos:exactMatch	sssom:NoTermFound		semapv:ManualMappingCuration	id:curators	2021-06-15
            """);
  }

  @Test
  void whatBreaksARuleOfTheMappingSetIsNotPublished() throws IOException {
    fake.knows("The ilm", FakeService.candidate("1", "Ilm", 90, true));
    fake.knows("The saale", FakeService.candidate("1", "Ilm", 90, true));
    propose(0, "ilm", "saale");
    Review deciding = review();
    deciding.accept(deciding.open().get(0).get(0));
    String before = text("streams.sssom.tsv") + text("streams.review.tsv");
    assertThatThrownBy(() -> deciding.accept(deciding.open().get(0).get(0)))
        .hasMessageStartingWith(
            "streams.sssom.tsv:8: error: <http://rivers.example/id/saale> is the same as"
                + " <http://streams.example/1>, and so is <http://rivers.example/id/ilm> at"
                + " streams.sssom.tsv:7\n");
    assertThat(text("streams.sssom.tsv") + text("streams.review.tsv")).isEqualTo(before);
  }

  @Test
  void aReviewerIsKnownToTheMappingSet() {
    propose(0, "ilm");
    assertThatThrownBy(() -> new Review(reopened(), mappings, "somebody", DAY))
        .hasMessage(
            """
            streams.sssom.tsv: error: reviewer_id 'somebody' has no prefix
              why: identifiers of SSSOM/TSV are CURIEs: a prefix, ':' and a local name
              fix: write it with a prefix of curie_map""");
  }

  @Test
  void aStateThatIsNoneIsTold() throws IOException {
    propose(0, "ilm");
    Path file = folder.resolve("streams.review.tsv");
    Files.writeString(file, Files.readString(file).replace("\topen\t", "\topne\t"));
    assertThatThrownBy(this::reopened)
        .hasMessage(
            """
            streams.review.tsv:3: error: state 'opne' is not known
              why: a proposal is: open, accepted, refused
              fix: write 'open'""");
  }

  @Test
  void aReviewFileNamesItsMappingSetAndHasItsColumns() throws IOException {
    Files.writeString(folder.resolve("streams.review.tsv"), "subject_id\tstate\nid:ilm\topen\n");
    assertThatThrownBy(this::reopened)
        .hasMessageStartingWith(
            """
            streams.review.tsv:1: error: the column 'date' is missing
              why: a review file has: subject_id, subject_label, subject_types, evidence, \
            predicate_id, object_id, object_label, score, match, object_types, page, reasons, state, \
            reviewer_id, date
              fix: add it
            """)
        .hasMessageContaining(
            """
            streams.review.tsv:1: error: the review file does not name its mapping set
              why: what is accepted goes there
              fix: begin it with a line: #mappings: NAME.sssom.tsv""");
  }

  @Test
  void anIdentifierThatMakesNoIriIsLeftOutAndTold() {
    fake.knows("The ilm", FakeService.candidate("a b", "Ilm", 90, true));
    Service service = Streams.open(fake);
    Inquiry.Findings findings =
        new Inquiry(service, new AnswerCache(folder, AnswerCache.Use.NONE), 10, 5, text -> {})
            .ask(List.of(Streams.subject("ilm")));
    ObjectSpace space = ObjectSpace.of(Optional.empty(), mappings, service);
    new Draft(mappings, space, 0).into(review, findings);
    assertThat(review.proposals()).extracting(Proposal::isCandidate).containsExactly(false);
    assertThat(findings.problems().list())
        .extracting(Object::toString)
        .containsExactly(
            """
            streams.sssom.tsv: error: object_id 'st:a b' gives no IRI
              why: it stands for <http://streams.example/a b>, which holds a character that an IRI may not
              fix: correct the identifier""");
  }

  @Test
  void aServiceWithoutAPrefixIsToldBeforeItIsAsked() {
    Service service = Streams.open(fake);
    assertThatThrownBy(
            () -> ObjectSpace.of(Optional.of("http://other.example/"), mappings, service))
        .hasMessage(
            fake.address()
                + """
            : error: no prefix of the mapping set fits 'http://other.example/1'
              why: identifiers are written as CURIEs, and those of the service start with \
            'http://other.example/'
              fix: declare a prefix for it in curie_map of streams.sssom.tsv""");
  }

  @Test
  void anEntityWithoutAPrefixIsTold() {
    Service service = Streams.open(fake);
    Draft draft = new Draft(mappings, ObjectSpace.of(Optional.empty(), mappings, service), 0);
    Subject stranger =
        new Subject("http://lakes.example/1", "Lake", List.of(), List.of(), List.of());
    assertThatThrownBy(() -> draft.check(List.of(Streams.subject("ilm"), stranger)))
        .hasMessage(
            """
            streams.sssom.tsv: error: no prefix of the mapping set fits 'http://lakes.example/1'
              why: entities are written as CURIEs
              fix: declare a prefix for it in curie_map""");
  }
}
