package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code map} writes, leaves out and says. */
class MapCommandTest {

  private static final String MAPPING =
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix formats: <http://www.w3.org/ns/formats/> .
      <#river> rml:logicalSource [
          rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "rivers.csv" ] ;
          rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "https://example.org/{id}" ] ;
        rml:predicateObjectMap [ rml:predicate <https://example.org/length> ;
          rml:objectMap [ rml:reference "length" ; rml:datatype xsd:integer ] ] .
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("mapping.ttl"), MAPPING);
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,413\nelbe,long\n");
  }

  private Cli map(String output, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "map",
                    "--mapping",
                    folder.resolve("mapping.ttl").toString(),
                    "--output",
                    output.equals("-") ? output : folder.resolve(output).toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesNothingWhereAValueFails() throws IOException {
    Cli run = map("out.nq");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "%1$s/rivers.csv:3: error: column 'length' holds 'long', which is no xsd:integer%n"
                    .formatted(folder)
                + "  why: %s/mapping.ttl:9 <#river> maps it to xsd:integer%n".formatted(folder)
                + "  fix: correct the cell, or give the map another datatype%n".formatted());
    assertThat(files()).containsExactly("mapping.ttl", "rivers.csv");
  }

  @Test
  void writesWhatItLeavesOutWithTheReasons() throws IOException {
    Cli run = map("out.nq", "--on-error", "skip");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "2 records read, 1 statement made; 1 record mapped, 1 rejected:"
                + " %s/out.nq.rejects.jsonl%n".formatted(folder));
    assertThat(Files.readString(folder.resolve("out.nq.rejects.jsonl")).replaceAll("\\s+", ""))
        .startsWith("{\"source\":\"" + folder + "/rivers.csv\",\"line\":3,\"problems\":[{\"what\":")
        .endsWith(",\"record\":{\"id\":\"elbe\",\"length\":\"long\"}}");
  }

  @Test
  void removesRejectsOfAnEarlierRunWhereThereAreNoneAnyMore() throws IOException {
    map("out.nq", "--on-error", "skip", "--rejects", folder.resolve("bad.jsonl").toString());
    assertThat(files()).contains("bad.jsonl");
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,413\n");
    map("out.nq", "--on-error", "skip", "--rejects", folder.resolve("bad.jsonl").toString());

    assertThat(files()).containsExactly("mapping.ttl", "out.nq", "rivers.csv");
  }

  @Test
  void keepsALiteralThatDoesNotFitAndWarns() throws IOException {
    Cli run = map("out.nt", "--on-error", "keep");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("rivers.csv:3: warning: column 'length' holds 'long', which is no xsd:integer")
        .endsWith("2 records read, 2 statements made; 1 warning\n");
    assertThat(Files.readAllLines(folder.resolve("out.nt"))).hasSize(2);
  }

  @Test
  void printsNQuadsOnStandardOutput() {
    assertThat(map("-", "--on-error", "skip", "--rejects", folder.resolve("r").toString()).out())
        .isEqualTo(
            "<https://example.org/saale> <https://example.org/length>"
                + " \"413\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  }

  @Test
  void givesMachinesOneDocument() {
    assertThat(map("out.nq", "--on-error", "skip", "--json").out().replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"ok\":true,\"read\":2,\"rejected\":1,\"statements\":1,\"warnings\":[],\"omitted\":0}");
    Cli both = map("-", "--json");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .startsWith("scokg: --json and --output - both write to standard output\n");
  }

  @Test
  void writesEverySyntaxPackedOrNot() throws IOException {
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,413\n");
    for (String ending : List.of("nq", "nt", "ttl", "trig", "jsonld", "rdf", "nq.gz", "ttl.gz")) {
      assertThat(map("out." + ending).code()).as(ending).isZero();
      assertThat(text(folder.resolve("out." + ending))).as(ending).contains("413");
    }
  }

  private static String text(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readString(file);
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    }
  }

  @Test
  void writesLogicalTargetsInTheirSyntaxAndNotToTheOutput() throws IOException {
    Files.writeString(folder.resolve("rivers.csv"), "id,length\nsaale,413\n");
    Files.writeString(
        folder.resolve("mapping.ttl"),
        MAPPING.replace(
            "rml:template \"https://example.org/{id}\"",
            """
            rml:template "https://example.org/{id}" ; rml:logicalTarget [ a rml:LogicalTarget ;
              rml:target [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "rivers.ttl.gz" ] ;
              rml:serialization formats:Turtle ; rml:compression rml:gzip ]
            """));
    assertThat(map("out.nq").code()).isZero();

    assertThat(Files.size(folder.resolve("out.nq"))).isZero();
    assertThat(text(folder.resolve("rivers.ttl.gz")))
        .contains("<https://example.org/saale> <https://example.org/length> 413 .");
  }
}
