package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code map} with an output that is a database. */
class MapDatabaseTest {

  private static final String MAPPING =
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <#river> rml:logicalSource [
          rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "rivers.csv" ] ;
          rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "https://example.org/{id}" ;
          rml:graphMap [ rml:template "https://example.org/fact/{id}" ] ] ;
        rml:predicateObjectMap [ rml:predicate <https://example.org/length> ;
          rml:objectMap [ rml:reference "length" ; rml:datatype xsd:integer ] ] .
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("mapping.ttl"), MAPPING);
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,413\nelbe,1094\n");
  }

  private Cli map(String output, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "map",
                    "--mapping",
                    folder.resolve("mapping.ttl").toString(),
                    "--output",
                    folder.resolve(output).toString()),
                Stream.of(more))
            .toList());
  }

  /** What stock Jena says of the database. */
  private boolean answer(String ask) {
    DatasetGraph database =
        DatabaseMgr.connectDatasetGraph(folder.resolve("rivers.tdb2").toString());
    try {
      return Txn.calculateRead(database, () -> QueryExec.dataset(database).query(ask).ask());
    } finally {
      TDBInternal.expel(database, true);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void makesADatabaseThatAnswers() throws IOException {
    Cli run = map("rivers.tdb2");

    assertThat(run.err())
        .isEqualTo(
            """
            2 records read, 2 statements made
            statements in the database, without repeated ones: 2 in 2 named graphs
            """);
    assertThat(run.code()).isZero();
    assertThat(files()).containsExactly("mapping.ttl", "rivers.csv", "rivers.tdb2");
    assertThat(
            answer(
                "ASK { GRAPH <https://example.org/fact/elbe>"
                    + " { ?river <https://example.org/length> 1094 } }"))
        .isTrue();
  }

  @Test
  void putsTheUnionIntoTheDefaultGraph() {
    Cli run = map("rivers.tdb2", "--union");

    assertThat(run.err()).endsWith(": 2 in 2 named graphs, 2 in the default graph\n");
    assertThat(answer("ASK { ?river <https://example.org/length> 1094 }")).isTrue();
  }

  @Test
  void refusesWhatIsForDatabasesWhereNoneIsMade() {
    Cli run = map("rivers.nq", "--union");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--memory and --union are for databases, whose names end with .tdb2");
    assertThat(folder.resolve("rivers.nq")).doesNotExist();
  }

  @Test
  void tellsMachinesWhatIsInIt() {
    Cli run = map("rivers.tdb2", "--json", "--memory", "16m");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "\"database\" : { \"quads\" : 2 , \"triples\" : 0 , \"graphs\" : 2 ,",
            "\"largestGraphs\" : { \"https://example.org/fact/saale\" : 1 ,",
            "\"predicates\"",
            "\"https://example.org/length\" : 2");
  }

  @Test
  void leavesNothingWhereAValueFails() throws IOException {
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,long\n");

    assertThat(map("rivers.tdb2").code()).isEqualTo(1);
    assertThat(files()).containsExactly("mapping.ttl", "rivers.csv");
  }

  @Test
  void doesNotTouchWhatIsThere() throws IOException {
    Files.createDirectory(folder.resolve("rivers.tdb2"));

    Cli run = map("rivers.tdb2");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            folder.resolve("rivers.tdb2")
                + """
                : error: there is something at the place of the database
                  why: a database is made of nothing; what is there is not touched
                  fix: choose another place, or remove what is there
                """);
    assertThat(folder.resolve("rivers.tdb2")).isEmptyDirectory();
  }

  @Test
  void doesNotMakeADatabaseThatAnotherMakes() throws IOException {
    Path unfinished = Files.createDirectory(folder.resolve("rivers.tdb2.unfinished"));
    try (FileChannel other =
        FileChannel.open(
            unfinished.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(other.lock()).isNotNull();

      Cli run = map("rivers.tdb2");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              folder.resolve("rivers.tdb2")
                  + """
                  : error: another process makes this database
                    why: rivers.tdb2.unfinished is locked
                    fix: wait until it has ended, or choose another place
                  """);
    }
  }

  @Test
  void removesWhatAKilledProcessHasLeft() throws IOException {
    Path left = folder.resolve("rivers.tdb2.unfinished/database/Data-0001");
    Files.createDirectories(left);
    Files.writeString(left.resolve("GSPO.dat"), "half of it");

    assertThat(map("rivers.tdb2").code()).isZero();
    assertThat(files()).containsExactly("mapping.ttl", "rivers.csv", "rivers.tdb2");
  }

  @Test
  void saysThatItsFolderIsNotThere() {
    Cli run = map("nowhere/rivers.tdb2");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            folder.resolve("nowhere/rivers.tdb2")
                + """
                : error: the database cannot be written: its folder is not there
                  why: it is made in a directory beside its place, and so are temporary files
                  fix: make room, or let it be written to; nothing is left of it
                """);
  }

  @Test
  void refusesMemoryThatIsNoSizeOrTooLittle() {
    assertThat(map("rivers.tdb2", "--memory", "much").err())
        .startsWith(
            "scokg: Invalid value for option '--memory': 'much' is no size such as 512m or 2g\n");
    Cli run = map("rivers.tdb2", "--memory", "1m");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("scokg: --memory must be from 16m to ");
  }
}
