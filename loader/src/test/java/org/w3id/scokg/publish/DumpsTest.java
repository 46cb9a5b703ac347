package org.w3id.scokg.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.memory.QuadSet;

/** The dumps say all that the dataset says, each in its own form. */
class DumpsTest {

  private static final String TOWNS =
      """
      PREFIX :     <https://example.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
      :f1 {
        :ford a :Town , :Place ; skos:prefLabel "Nowy Bród"@en , "Новый \\"Брод\\""@ru ;
          :liesOn :lesna ; :people 51000 ; :seen "2001-02-03"^^xsd:date ;
          :said "<b>&amp; \\\\ \\n\\t line" , "😀" .
      }
      :f2 { :ford :liesOn :lesna . :lesna a :River ; :next :ford . }
      :f3 { :lesna a :River . }
      """;

  private static final Map<String, String> PREFIXES = Map.of("", "https://example.org/");

  @TempDir Path folder;

  private static DatasetGraph parse(String text) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(text, Lang.TRIG).parse(dataset);
    return dataset;
  }

  private static List<Quad> quads(String text) {
    return new ArrayList<>(Iter.toList(parse(text).find()));
  }

  private static Map<String, String> write(List<Quad> quads, Path folder) throws Exception {
    return Dumps.write(QuadSet.of(quads), PREFIXES, folder, new Told());
  }

  /** What was told of dumps. */
  private static final class Told implements WriteProgress {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void at(Phase phase, long done, long total) {
      throw new AssertionError("this is no load");
    }

    @Override
    public void dumped(long done, long total) {
      told.add(done + " of " + total);
    }
  }

  private static DatasetGraph read(Path file, String syntax) throws Exception {
    DatasetGraph read = DatasetGraphFactory.create();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      RDFParser.source(in).lang(org.apache.jena.riot.RDFLanguages.nameToLang(syntax)).parse(read);
    }
    return read;
  }

  private static Set<String> lines(List<Quad> quads, boolean hasGraphs) {
    Set<String> lines = new TreeSet<>();
    quads.forEach(q -> lines.add(hasGraphs ? q.toString() : q.asTriple().toString()));
    return lines;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "graph.nq.gz, N-Quads, true",
    "graph.trig.gz, TriG, true",
    "graph.jsonld.gz, JSON-LD, true",
    "graph.ttl.gz, Turtle, false",
    "graph.rdf.gz, RDF/XML, false",
  })
  void eachFormSaysTheSame(String name, String syntax, boolean hasGraphs) throws Exception {
    List<Quad> quads = quads(TOWNS);
    write(quads, folder.resolve("dumps"));

    List<Quad> read = Iter.toList(read(folder.resolve("dumps").resolve(name), syntax).find());
    assertThat(lines(read, hasGraphs)).isEqualTo(lines(quads, hasGraphs));
    assertThat(read).hasSize(hasGraphs ? quads.size() : triples(quads).size());
  }

  private static Set<Triple> triples(List<Quad> quads) {
    return Set.copyOf(quads.stream().map(Quad::asTriple).distinct().toList());
  }

  @Test
  void theSameQuadsInAnyOrderGiveTheSameBytes() throws Exception {
    List<Quad> quads = quads(TOWNS);
    Map<String, String> first = write(quads, folder.resolve("one"));
    Collections.shuffle(quads, new Random(7));

    assertThat(write(quads, folder.resolve("two"))).isEqualTo(first).hasSize(5);
  }

  @Test
  void statementsAreCountedInEachForm() throws Exception {
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      // Half of the quads say what the others do.
      quads.add(
          Quad.create(
              NodeFactory.createURI("https://example.org/f" + i),
              NodeFactory.createURI("https://example.org/t" + i / 2),
              NodeFactory.createURI("https://example.org/in"),
              NodeFactory.createURI("https://example.org/country")));
    }
    Told told = new Told();
    Dumps.write(QuadSet.of(quads), PREFIXES, folder.resolve("dumps"), told);

    // Each form tells once on its way, if it has all quads, and at its end.
    assertThat(told.told).hasSize(9).startsWith("0 of 80000").contains("80000 of 80000");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    ":a <https://example.org/2001> :b",
    ":a :b \"a\\u0008b\"",
  })
  void whatXmlCannotSayIsInTheOtherForms(String triple) throws Exception {
    List<Quad> quads = quads("PREFIX : <https://example.org/> :g { " + triple + " }");

    assertThat(write(quads, folder.resolve("dumps")))
        .containsOnlyKeys("graph.nq.gz", "graph.trig.gz", "graph.jsonld.gz", "graph.ttl.gz");
    for (String form : List.of("graph.jsonld.gz JSON-LD", "graph.ttl.gz Turtle")) {
      String[] parts = form.split(" ", 2);
      assertThat(
              lines(
                  Iter.toList(read(folder.resolve("dumps").resolve(parts[0]), parts[1]).find()),
                  false))
          .isEqualTo(lines(quads, false));
    }
  }
}
