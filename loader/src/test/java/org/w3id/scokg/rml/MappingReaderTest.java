package org.w3id.scokg.rml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.eclipse.rdf4j.model.util.Values.iri;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.rml.Expression.Constant;
import org.w3id.scokg.rml.TriplesMap.PredicateObjectMap;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Format;

/** What mappings say, as the model holds it. */
class MappingReaderTest {

  private static final String PREFIXES =
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix csvw: <http://www.w3.org/ns/csvw#> .
      @prefix formats: <http://www.w3.org/ns/formats/> .
      @prefix ex: <http://example.org/> .
      """;

  private static final String LEGACY =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      @prefix rmlt: <http://semweb.mmlab.be/ns/rml-target#> .
      @prefix comp: <http://semweb.mmlab.be/ns/rml-compression#> .
      @prefix formats: <http://www.w3.org/ns/formats/> .
      @prefix void: <http://rdfs.org/ns/void#> .
      """;

  @TempDir Path project;
  private Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createDirectory(project.resolve("mappings"));
  }

  private TriplesMap read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("m.ttl"), text);
    Diagnostics problems = new Diagnostics();
    MappingGraph graph = MappingGraph.read(Map.of(file, "m.ttl"), problems);
    Map<Resource, TriplesMap> maps =
        new MappingReader(graph, new MappingProblems(graph, problems), MappingOptions.in(project))
            .read();
    problems.throwIfAny();
    return maps.values().iterator().next();
  }

  /** The source that is described so, and whose file is there. */
  private LogicalSource source(String path, String description) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return read(PREFIXES
            + """
                <#m> rml:logicalSource [ %s ] ; rml:subject ex:s ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:o ] .
                """
                .formatted(description))
        .source();
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv.gz, GZIP",
    "a.CSV.ZIP, ZIP",
    "a.tar.gz, TAR_GZIP",
    "a.tgz, TAR_GZIP",
    "a.tar.xz, TAR_XZ",
    "a.csv, NONE"
  })
  void theEndingTellsTheCompressionWhereNoneIsNamed(String path, Compression expected)
      throws IOException {
    LogicalSource source = source(path, "rml:source [ rml:path \"" + path + "\" ]");
    assertThat(source.file().compression()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "none, NONE",
    "gzip, GZIP",
    "zip, ZIP",
    "targz, TAR_GZIP",
    "targzip, TAR_GZIP",
    "tarxz, TAR_XZ"
  })
  void aCompressionThatIsNamedCounts(String name, Compression expected) throws IOException {
    LogicalSource source =
        source("a.gz", "rml:source [ rml:path \"a.gz\" ; rml:compression rml:" + name + " ]");
    assertThat(source.file().compression()).isEqualTo(expected);
  }

  @Test
  void readsTheEncodingOfTheSourceBeforeThatOfItsTable() throws IOException {
    assertThat(source("a.csv", "rml:source \"a.csv\"").file().encoding()).isEqualTo(UTF_8);
    assertThat(
            source("a.csv", "rml:source [ rml:path \"a.csv\" ; rml:encoding rml:UTF-16 ]")
                .file()
                .encoding())
        .isEqualTo(UTF_16);
    String table = "csvw:url \"a.csv\" ; csvw:dialect [ csvw:encoding \"latin1\" ]";
    assertThat(source("mappings/a.csv", "rml:source [ " + table + " ]").file().encoding())
        .isEqualTo(ISO_8859_1);
    assertThat(
            source("mappings/a.csv", "rml:source [ rml:encoding rml:UTF-8 ; " + table + " ]")
                .file()
                .encoding())
        .isEqualTo(UTF_8);
  }

  @Test
  void aPathStartsAtItsRoot() throws IOException {
    assertThat(path("a.csv", "rml:source \"a.csv\"")).isEqualTo("a.csv");
    assertThat(path("a.csv", "rml:source [ rml:path \"./a.csv\" ]")).isEqualTo("a.csv");
    assertThat(
            path(
                "a.csv",
                "rml:source [ rml:root rml:CurrentWorkingDirectory ; rml:path \"a.csv\" ]"))
        .isEqualTo("a.csv");
    assertThat(
            path(
                "mappings/a.csv",
                "rml:source [ rml:root rml:MappingDirectory ; rml:path \"a.csv\" ]"))
        .isEqualTo("mappings/a.csv");
    assertThat(path("data/a.csv", "rml:source [ rml:root \"data\" ; rml:path \"a.csv\" ]"))
        .isEqualTo("data/a.csv");
    assertThat(path("a.csv", "rml:source [ rml:path \"" + project.resolve("a.csv") + "\" ]"))
        .isEqualTo("a.csv");
    assertThat(path("mappings/a.csv", "rml:source [ csvw:url \"a.csv\" ]"))
        .isEqualTo("mappings/a.csv");
    assertThat(
            path("a b.csv", "rml:source [ csvw:url <" + project.resolve("a b.csv").toUri() + "> ]"))
        .isEqualTo("a b.csv");
  }

  private String path(String file, String description) throws IOException {
    return source(file, description).name().replace('\\', '/');
  }

  @Test
  void theEndingTellsTheFormatWhereNoFormulationIsNamed() throws IOException {
    assertThat(format("a.csv", "")).isEqualTo(new Format.Csv(CsvDialect.RFC4180));
    assertThat(format("a.json", "")).isEqualTo(new Format.Json("$"));
    assertThat(format("a.geojson", "rml:iterator \"$.features[*]\""))
        .isEqualTo(new Format.Json("$.features[*]"));
    assertThat(format("a.xml.gz", "")).isEqualTo(new Format.Xml("/*", Map.of()));
    assertThat(format("a.tsv", "rml:referenceFormulation rml:CSV"))
        .isEqualTo(
            new Format.Csv(new CsvDialect('\t', '"', Optional.empty(), true, 0, true, false)));
  }

  @Test
  void aFormulationThatIsNamedCounts() throws IOException {
    assertThat(format("a.txt", "rml:referenceFormulation rml:JSONPath"))
        .isEqualTo(new Format.Json("$"));
    assertThat(format("a.txt", "rml:referenceFormulation rml:XPath ; rml:iterator \"//a\""))
        .isEqualTo(new Format.Xml("//a", Map.of()));
    assertThat(
            format(
                "a.txt",
                """
                rml:iterator "/b:a" ; rml:referenceFormulation [ a rml:XPathReferenceFormulation ;
                  rml:namespace [ rml:namespacePrefix "b" ; rml:namespaceURL "http://example.org/b" ] ]
                """))
        .isEqualTo(new Format.Xml("/b:a", Map.of("b", "http://example.org/b")));
  }

  private Format format(String path, String description) throws IOException {
    return source(path, "rml:source [ rml:path \"" + path + "\" ] ; " + description).format();
  }

  @Test
  void aDialectChangesWhatItNames() throws IOException {
    assertThat(dialect("csvw:delimiter \";\"").delimiter()).isEqualTo(';');
    assertThat(dialect("csvw:quoteChar \"'\"").quoteChar()).isEqualTo('\'');
    assertThat(dialect("csvw:commentPrefix \"#\"").commentPrefix()).contains('#');
    assertThat(dialect("csvw:header false").header()).isFalse();
    assertThat(dialect("csvw:headerRowCount 0").header()).isFalse();
    assertThat(dialect("csvw:headerRowCount 1").header()).isTrue();
    assertThat(dialect("csvw:skipRows 3").skipRows()).isEqualTo(3);
    assertThat(dialect("csvw:skipBlankRows false").skipBlankRows()).isFalse();
    assertThat(dialect("csvw:trim \"true\"").trim()).isTrue();
    assertThat(
            dialect(
                """
                csvw:doubleQuote true ; csvw:skipColumns 0 ; csvw:skipInitialSpace false ;
                csvw:lineTerminators "\\r\\n", "\\n"
                """))
        .isEqualTo(CsvDialect.RFC4180);
  }

  private CsvDialect dialect(String properties) throws IOException {
    LogicalSource source =
        source(
            "mappings/a.csv",
            "rml:source [ csvw:url \"a.csv\" ; csvw:dialect [ " + properties + " ] ]");
    return ((Format.Csv) source.format()).dialect();
  }

  @Test
  void nullsStandAtTheSourceOrAtTheLogicalSource() throws IOException {
    LogicalSource source =
        source(
            "a.csv",
            "rml:null \"-\" ; rml:source [ rml:path \"a.csv\" ; rml:null \"\", \"n/a\" ; csvw:null \"x\" ]");
    assertThat(source.nulls()).containsExactlyInAnyOrder("-", "", "n/a", "x");
  }

  @Test
  void aSourceOfTheLegacyVocabularyHasPlainStrings() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{}");
    TriplesMap map =
        read(
            LEGACY
                + """
                <#m> rml:logicalSource [ rml:source "a.json" ; rml:referenceFormulation ql:JSONPath ] ;
                  rr:subjectMap [ rr:constant <#s> ] ;
                  rr:predicateObjectMap [ rr:predicate <#p> ; rr:object <#o> ] .
                """);
    assertThat(map.source().naturalTypes()).isEqualTo(NaturalTypes.IGNORED);
    assertThat(source("b.json", "rml:source \"b.json\"").naturalTypes())
        .isEqualTo(NaturalTypes.MAPPED);
  }

  @Test
  void aTermMapHasItsTargetsAndThoseOfItsLanguageAndItsDatatype() throws IOException {
    Files.writeString(project.resolve("a.csv"), "");
    TriplesMap map =
        read(
            PREFIXES
                + """
                <#m> rml:logicalSource [ rml:source "a.csv" ] ;
                  rml:subjectMap [ rml:constant ex:s ; rml:logicalTarget <#t> ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "a" ;
                    rml:logicalTarget [ rml:target [ rml:path "out/b.nq" ] ] ;
                    rml:languageMap [ rml:constant "en" ; rml:logicalTarget <#t> ] ] ] .
                <#t> rml:target [ rml:root rml:MappingDirectory ; rml:path "a.ttl.gz" ;
                    rml:encoding rml:UTF-16 ; rml:mode rml:Write ] ;
                  rml:serialization formats:Turtle .
                """);
    assertThat(map.subject().targets())
        .extracting(
            LogicalTarget::file,
            LogicalTarget::syntax,
            LogicalTarget::compression,
            LogicalTarget::encoding)
        .containsExactly(
            tuple(folder.resolve("a.ttl.gz"), RDFFormat.TURTLE, Compression.GZIP, UTF_16));
    TermMap object = map.predicateObjectMaps().get(0).objects().get(0);
    assertThat(object.targets())
        .extracting(LogicalTarget::name, LogicalTarget::syntax)
        .containsExactly(
            tuple(Path.of("out", "b.nq").toString(), RDFFormat.NQUADS),
            tuple(Path.of("mappings", "a.ttl.gz").toString(), RDFFormat.TURTLE));
    assertThat(object.targets().get(1)).isSameAs(map.subject().targets().get(0));
  }

  @Test
  void targetsThatDescribeOneFileAlikeAreOne() throws IOException {
    Files.writeString(project.resolve("a.csv"), "");
    TriplesMap map =
        read(
            PREFIXES
                + """
                <#m> rml:logicalSource [ rml:source "a.csv" ] ;
                  rml:subjectMap [ rml:constant ex:s ;
                    rml:logicalTarget [ rml:target [ rml:path "b.nq" ] ],
                      [ rml:target [ rml:path "./b.nq" ] ; rml:serialization formats:N-Quads ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:o ] .
                """);
    List<LogicalTarget> targets = map.subject().targets();
    assertThat(targets).hasSize(2);
    assertThat(targets.get(0)).isSameAs(targets.get(1));
  }

  @Test
  void readsTargetsOfTheLegacyVocabulary() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "");
    TriplesMap map =
        read(
            LEGACY
                + """
                <#m> rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:constant <#s> ; rml:logicalTarget <#t> ] ;
                  rr:predicateObjectMap [ rr:predicate <#p> ; rr:object <#o> ] .
                <#t> a rmlt:LogicalTarget ; rmlt:serialization formats:N-Triples ;
                  rmlt:compression comp:gzip ;
                  rmlt:target [ a void:Dataset ; void:dataDump <%s> ] .
                """
                    .formatted(project.resolve("dump").toUri()));
    assertThat(map.subject().targets())
        .extracting(LogicalTarget::name, LogicalTarget::syntax, LogicalTarget::compression)
        .containsExactly(tuple("dump", RDFFormat.NTRIPLES, Compression.GZIP));
  }

  @Test
  void theOutputMaySpeakOfMappings() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "");
    TriplesMap map =
        read(
            LEGACY
                + """
                <#m> rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:constant <#s> ; rr:class rr:TriplesMap ; rr:graph rr:defaultGraph ] ;
                  rr:predicateObjectMap [ rr:predicate rr:template ; rr:object rr:anything ] .
                """);
    assertThat(map.classes()).containsExactly(iri(LegacyVocabulary.R2RML + "TriplesMap"));
    assertThat(map.graphs().get(0).expression()).contains(new Constant(Rml.DEFAULT_GRAPH));
    PredicateObjectMap link = map.predicateObjectMaps().get(0);
    assertThat(link.predicates().get(0).expression())
        .contains(new Constant(iri(LegacyVocabulary.R2RML + "template")));
    assertThat(link.objects().get(0).expression())
        .contains(new Constant(iri(LegacyVocabulary.R2RML + "anything")));
  }

  @Test
  void aMappingMayBeSpreadOverFilesOfBothVocabularies() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "");
    Path one =
        Files.writeString(
            folder.resolve("one.ttl"),
            LEGACY
                + """
                <http://example.org/m> rr:predicateObjectMap <http://example.org/label> ;
                  rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation ql:CSV ] .
                """);
    Path two =
        Files.writeString(
            folder.resolve("two.ttl"),
            PREFIXES
                + """
                ex:m rml:subjectMap [ rml:reference "id" ] .
                ex:label rml:predicate ex:p ; rml:objectMap [ rml:reference "name" ] .
                """);
    Mapping mapping = Mapping.read(List.of(one, two), MappingOptions.in(project));
    assertThat(mapping.columnsRead())
        .isEqualTo(Map.of(Path.of("mappings", "a.csv").toString(), Set.of("id", "name")));
  }
}
