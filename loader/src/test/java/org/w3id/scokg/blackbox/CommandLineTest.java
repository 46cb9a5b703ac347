package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, as a person at a terminal or a script uses them. */
class CommandLineTest {

  @TempDir static Path temp;
  static Path project;

  @BeforeAll
  static void build() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
    Cli build = Cli.run("build", "--project", project.toString());
    assertThat(build.code()).isZero();
  }

  @Test
  void helpNamesEveryCommandAndExitCode() {
    Cli help = Cli.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .contains("check", "build", "serve", "query", "link", "map", "cite", "generate-completion")
        .contains("0    done", "1    the input has errors", "2    wrong usage")
        .contains("70   a bug of this program")
        .doesNotContain("rehearse");
  }

  @ParameterizedTest(name = "{0} --help")
  @ValueSource(strings = {"check", "build", "serve", "query", "link", "map", "cite"})
  void everyCommandExplainsItself(String command) {
    Cli help = Cli.run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: scokg " + command).contains("Exit codes:");
  }

  @Test
  void completionIsAShellScript() {
    Cli script = Cli.run("generate-completion");
    assertThat(script.code()).isZero();
    assertThat(script.out()).contains("complete -F _complete_scokg -o default scokg");
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheOneThatWasMeant() {
    Cli run = Cli.run("check", "--sorces", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: Unknown options: '--sorces', 'x'
            Did you mean --sources?
            Try 'scokg check --help'.
            """);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    Cli run = Cli.run("biuld");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: Unmatched argument at index 0: 'biuld'
            Did you mean build?
            Try 'scokg --help'.
            """);
  }

  @Test
  void aFolderThatIsNoProjectIsSaidToBeNone() {
    Cli run = Cli.run("check", "--project", temp.resolve("nowhere").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("there is no folder 'ontology'").endsWith("3 errors\n");
  }

  @Test
  void checkSaysWhatTheGraphHolds() {
    Cli run = Cli.run("check", "--project", project.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("ok: 9 facts, 96 statements asserted, 7 inferred, 0 links\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void checkGivesMachinesOneDocument() throws IOException {
    Path broken = ExampleProject.copyTo(temp.resolve("broken"));
    Files.delete(broken.resolve("ontology/shapes.ttl"));
    Cli run = Cli.run("check", "--json", "--project", broken.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " "))
        .isEqualTo(
            "{ \"ok\" : false , \"problems\" : [ { \"file\" : \""
                + broken
                + "/ontology/shapes.ttl\" , \"what\" : \"there is no such file\" , "
                + "\"why\" : \"a project has this file\" , "
                + "\"fix\" : \"create it; docs/curate.md says what goes in\" } ] , "
                + "\"omitted\" : 0 } ");
  }

  @Test
  void queryWithoutANameListsTheQuestions() {
    Cli run = Cli.run("query", "--project", project.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            name   question
            ─────  ──────────────────────────────
            towns  Which towns lie on which river?
            """
                .replace("──────────────────────────────\n", "───────────────────────────────\n"));
  }

  @Test
  void aQueryIsAnsweredAsATable() {
    Cli run = Cli.run("query", "towns", "--project", project.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            town   river
            ─────  ─────
            Halle  Saale
            Jena   Saale
            """);
  }

  @Test
  void aQueryIsAnsweredInEveryFormat() {
    assertThat(answer("csv")).isEqualTo("town,river\r\nHalle,Saale\r\nJena,Saale\r\n");
    assertThat(answer("tsv"))
        .isEqualTo("?town\t?river\n\"Halle\"@en\t\"Saale\"@en\n\"Jena\"@en\t\"Saale\"@en\n");
    assertThat(answer("json"))
        .contains("\"vars\": [ \"town\" , \"river\" ]", "\"value\": \"Halle\"");
    assertThat(answer("xml")).contains("<variable name=\"town\"/>", ">Halle</literal>");
  }

  private static String answer(String format) {
    Cli run = Cli.run("query", "towns", "--format", format, "--project", project.toString());
    assertThat(run.code()).isZero();
    return run.out();
  }

  @Test
  void anUnknownQueryIsAnsweredWithTheNearest() {
    Cli run = Cli.run("query", "twons", "--project", project.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: there is no query 'twons'; did you mean 'towns'?
            Try 'scokg query --help'.
            """);
  }

  @Test
  void aQueryNeedsABuild() throws IOException {
    Path fresh = ExampleProject.copyTo(temp.resolve("fresh"));
    Cli run = Cli.run("query", "towns", "--project", fresh.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            fresh
                + """
            /builds: error: nothing has been built yet
              why: a query is answered from the current build
              fix: run 'scokg build'
            """);
  }

  @Test
  void aQueryThatAsksAnotherEndpointIsNotAnsweredUnlessThatIsAllowed() throws IOException {
    Path asking = ExampleProject.copyTo(temp.resolve("asking"));
    Files.writeString(
        asking.resolve("queries/elsewhere.rq"),
        """
        # title: What is elsewhere?
        # description: Asks another endpoint.
        SELECT * WHERE { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }
        """);
    assertThat(Cli.run("build", "--project", asking.toString()).code()).isZero();
    Cli run = Cli.run("query", "elsewhere", "--project", asking.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            scokg: the query asks another endpoint (SERVICE); allow it with --allow-service
            Try 'scokg query --help'.
            """);
    Cli allowed = Cli.run("query", "elsewhere", "--allow-service", "--project", asking.toString());
    assertThat(allowed.code()).isEqualTo(1);
    assertThat(allowed.err())
        .startsWith(asking + "/queries/elsewhere.rq: error: another endpoint gives no answer: ")
        .contains("  why: the query asks it (SERVICE)\n");
  }

  @Test
  void aQueryThatIsNotUtf8IsTold() throws IOException {
    Path latin = ExampleProject.copyTo(temp.resolve("latin"));
    Files.write(
        latin.resolve("queries/towns.rq"),
        "# title: Städte\n".getBytes(StandardCharsets.ISO_8859_1));
    Cli run = Cli.run("query", "towns", "--project", latin.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            latin
                + """
                /queries/towns.rq: error: the file is not UTF-8
                  why: SPARQL is written in UTF-8
                  fix: save the file in that encoding
                """);
  }

  @Test
  void citePrintsTheCellsToPaste() {
    Path text = project.resolve("texts/walk.txt");
    Cli run = Cli.run("cite", "--source", text.toString(), "413 km in all");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo("107,120,9ce671ca952689aae630a797b34f792d2663176cede219b616f4e929566e64f3\n");
    assertThat(run.err()).isEqualTo("line 3\n");
  }

  @Test
  void citePrintsEveryPlaceOfAPhrase() {
    Path text = project.resolve("texts/walk.txt");
    Cli run = Cli.run("cite", "--source", text.toString(), "Jena");
    assertThat(run.out().lines().count()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("line 3\nline 4\nthe phrase stands 2 times; choose the one that is meant\n");
  }

  @Test
  void citeSaysThatAPhraseIsNotThere() {
    Path text = project.resolve("texts/walk.txt");
    Cli run = Cli.run("cite", "--source", text.toString(), "Weimar");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            text
                + """
            : error: 'Weimar' does not stand in the text
              why: a phrase is looked for to the letter, quotation marks and line ends included
              fix: copy the phrase from the text
            """);
  }

  @Test
  void mapWritesTheSyntaxOfTheEnding() throws IOException {
    Path mapping = Path.of("src/test/resources/golden/joins/mapping.ttl");
    for (String ending : new String[] {"nq", "nt", "ttl", "trig", "jsonld", "rdf", "nq.gz"}) {
      Path output = temp.resolve("out." + ending);
      Cli run = Cli.run("map", "--mapping", mapping.toString(), "--output", output.toString());
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEqualTo("6 records read, 9 statements made\n");
      assertThat(Files.size(output)).isPositive();
    }
  }

  @Test
  void mapRefusesToLoseGraphNames() {
    Path mapping = Path.of("src/test/resources/golden/graphs/mapping.ttl");
    Path output = temp.resolve("graphs.ttl");
    Cli run = Cli.run("map", "--mapping", mapping.toString(), "--output", output.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            output
                + """
            : error: Turtle cannot hold the named graphs that the mapping makes
              why: the statement's graph http://example.org/fact/F1 would be lost
              fix: write .nq, .trig or .jsonld
            """);
    assertThat(output).doesNotExist();
    assertThat(temp.resolve("graphs.ttl.partial")).doesNotExist();
  }

  @Test
  void mapRefusesAnEndingOfNoSyntax() {
    Cli run = Cli.run("map", "--mapping", "m.ttl", "--output", "x.doc");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            m.ttl: error: there is no such file
              why: the command, a mapping or the project's layout names this file
              fix: create it, or correct the path that names it
            """);
  }

  @Test
  void mapNamesAFolderThatIsNotThere() {
    Path mapping = Path.of("src/test/resources/golden/joins/mapping.ttl");
    Path output = temp.resolve("no/such/folder.nq");
    Cli run = Cli.run("map", "--mapping", mapping.toString(), "--output", output.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            output
                + """
            : error: the output cannot be written: its folder is not there
              why: --output names a file in a folder that may be written to
              fix: choose another file, or make room for this one
            """);
  }
}
