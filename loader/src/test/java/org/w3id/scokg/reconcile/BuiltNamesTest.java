package org.w3id.scokg.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that were written to the disk are those that a server indexes in memory. */
class BuiltNamesTest {

  private static final Vocabulary VOCABULARY = ReconciliationServer.VOCABULARY;
  private static final String ID = VOCABULARY.entitySpace();
  private static final String CLASS = VOCABULARY.termSpace();
  private static final List<String> LANGUAGES = List.of("en", "ru");

  @TempDir Path folder;

  private static DatasetGraph dataset(Iterable<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
    return dataset;
  }

  private Names built(Iterable<Quad> quads, String name) throws IOException {
    NamesWriter.of(ID, LANGUAGES).write(quads, folder.resolve(name));
    return Names.open(folder.resolve(name), dataset(quads), VOCABULARY).orElseThrow();
  }

  private static List<Quad> parse(String trig) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
    return Iter.toList(dataset.find());
  }

  private static List<Quad> towns() {
    return parse(ReconciliationServer.TOWNS);
  }

  /** All that names answer, for some texts. */
  private static Map<String, Object> answers(Names names, List<String> texts) {
    Map<String, Object> answers = new TreeMap<>();
    answers.put("size", names.size());
    answers.put("classes", names.classes());
    answers.put("first", names.first(7));
    for (String type : names.classes().keySet()) {
      answers.put("of " + type, names.ofClass(type, 0, Integer.MAX_VALUE));
      answers.put("page of " + type, names.ofClass(type, 2, 3));
      answers.put("term " + type, names.<Term>read(i -> i.catalog().term(type)));
    }
    answers.put("specific", names.mostSpecific(names.classes().keySet()));
    for (String iri : names.first(Integer.MAX_VALUE)) {
      answers.put("entity " + iri, names.read(i -> i.catalog().entity(iri)).orElseThrow());
    }
    for (String text : texts) {
      answers.put("search " + text, names.search(text, LANGUAGES));
      answers.put("complete " + text, names.complete(text, LANGUAGES, 10));
      answers.put("similar " + text, names.similar(text));
    }
    return answers;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void namesFromTheDiskAnswerAsThoseInMemoryDo(long seed) throws IOException {
    RandomNames random = new RandomNames(seed);
    List<Quad> quads = random.quads(400);
    List<String> texts = random.texts(60);
    try (Names built = built(quads, "names");
        Names inMemory = Names.of(dataset(quads), VOCABULARY)) {
      assertThat(answers(built, texts)).isEqualTo(answers(inMemory, texts));
      assertThat(built.size()).isGreaterThan(100);
      assertThat(texts).anySatisfy(t -> assertThat(built.search(t, LANGUAGES)).isNotEmpty());
    }
  }

  @Test
  void theOrderInWhichAGraphIsToldDoesNotMatter() throws IOException {
    RandomNames random = new RandomNames(6);
    List<Quad> quads = random.quads(400);
    List<Quad> shuffled = new ArrayList<>(quads);
    shuffled.addAll(quads.subList(0, 100));
    Collections.shuffle(shuffled, new Random(7));
    List<String> texts = random.texts(60);
    try (Names one = built(quads, "one");
        Names other = built(shuffled, "other")) {
      assertThat(answers(one, texts)).isEqualTo(answers(other, texts));
    }
    assertThat(lengths("one")).isEqualTo(lengths("other")).isNotEmpty();
  }

  /** Lucene gives each index an identifier of its own; the rest is the same for the same names. */
  private Map<String, Long> lengths(String name) throws IOException {
    Map<String, Long> lengths = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.toList()) {
        lengths.put(String.valueOf(file.getFileName()), Files.size(file));
      }
    }
    return lengths;
  }

  @Test
  void aClassIsReadPageByPage() throws IOException {
    try (Names names = built(towns(), "names")) {
      assertThat(names.ofClass(CLASS + "Place", 0, 2))
          .containsExactly(ID + "georgia-state", ID + "georgia-town");
      assertThat(names.ofClass(CLASS + "Place", 2, 2))
          .containsExactly(ID + "nowy-brod", ID + "river-lesna");
      assertThat(names.ofClass(CLASS + "Place", 4, 2)).containsExactly(ID + "stary-brod");
      assertThat(names.ofClass(CLASS + "Place", 5, Integer.MAX_VALUE)).isEmpty();
      assertThat(names.ofClass(CLASS + "Lake", 0, 2)).isEmpty();
      assertThat(names.ofClass("", 0, 2)).isEmpty();
      assertThat(names.first(1)).containsExactly(ID + "georgia-state");
      assertThat(names.size()).isEqualTo(7);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"دوشنبه شهر", "תל אביב", "上海合作组织", "北京", "Ѐӂ𝄞 x", "\u202Egnp.exe"})
  void aNameOfAnyScriptIsFoundAndShownAsItIs(String name) throws IOException {
    Node label = NodeFactory.createLiteralLang(name, "x-any");
    List<Quad> quads = new ArrayList<>(towns());
    quads.add(quad("thing", Role.ALTERNATIVE, label));
    try (Names names = built(quads, "names")) {
      String half = name.substring(0, name.offsetByCodePoints(0, 2));
      assertThat(names.complete(half, LANGUAGES, 10))
          .contains(new Names.Completion(name, ID + "thing", List.of()));
      assertThat(names.search(name, LANGUAGES)).extracting(Names.Found::iri).contains(ID + "thing");
    }
  }

  @Test
  void aNameOfAMillionLettersIsKeptAndFoundByItsBeginning() throws IOException {
    String name = "v".repeat(999_999) + "w";
    List<Quad> quads = new ArrayList<>(towns());
    quads.add(quad("long", Role.PREFERRED, NodeFactory.createLiteralLang(name, "en")));
    quads.add(quad("long", Role.ALTERNATIVE, NodeFactory.createLiteralString("ﷺ".repeat(9000))));
    try (Names names = built(quads, "names")) {
      assertThat(names.complete("v".repeat(200), LANGUAGES, 10))
          .containsExactly(new Names.Completion(name, ID + "long", List.of()));
      assertThat(names.complete("new fo", LANGUAGES, 10)).hasSize(1);
    }
  }

  @Test
  void anIriThatNoAddressCanHaveIsLeftOut() throws IOException {
    List<Quad> quads = new ArrayList<>(towns());
    Node label = NodeFactory.createLiteralString("Nowhere");
    quads.add(quad("a".repeat(40_000), Role.PREFERRED, label));
    quads.add(quad("nowhere", Role.PREFERRED, label));
    quads.add(quad("nowhere", Role.TYPE, NodeFactory.createURI("urn:x:" + "b".repeat(40_000))));
    try (Names names = built(quads, "names")) {
      assertThat(names.search("nowhere", LANGUAGES))
          .containsExactly(new Names.Found(ID + "nowhere", List.of()));
    }
  }

  @Test
  void aGraphWithoutNamesHasNone() throws IOException {
    try (Names names = built(List.of(), "names")) {
      assertThat(names.size()).isZero();
      assertThat(names.classes()).isEmpty();
      assertThat(names.first(3)).isEmpty();
      assertThat(names.search("a", LANGUAGES)).isEmpty();
      assertThat(names.similar("a")).isEmpty();
    }
  }

  @Test
  void namesOfOtherEntitiesOrNoneAreNotOpened() throws IOException {
    NamesWriter.of("https://elsewhere.example/id/", LANGUAGES)
        .write(towns(), folder.resolve("other"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path none : List.of(folder.resolve("other"), empty, folder.resolve("missing"))) {
      assertThat(Names.open(none, dataset(towns()), VOCABULARY)).as(none.toString()).isEmpty();
    }
    assertThat(folder.resolve("missing")).doesNotExist();
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aFileThatIsCutIsToldWhenItIsOpened() throws IOException {
    built(towns(), "names").close();
    try (Stream<Path> files = Files.list(folder.resolve("names"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[100]);
      }
    }
    assertThatThrownBy(() -> Names.open(folder.resolve("names"), dataset(towns()), VOCABULARY))
        .isInstanceOf(IOException.class);
  }

  @Test
  void severalReadAtOnceAndChangeNoFile() throws IOException {
    try (Names one = built(towns(), "names")) {
      Map<String, Long> before = lengths("names");
      try (Names other =
          Names.open(folder.resolve("names"), dataset(towns()), VOCABULARY).orElseThrow()) {
        assertThat(other.similar("Nwoy Brod")).isEqualTo(one.similar("Nwoy Brod")).isNotEmpty();
      }
      assertThat(one.similar("Nwoy Brod")).isNotEmpty();
      assertThat(lengths("names")).isEqualTo(before).doesNotContainKey("write.lock");
    }
  }

  @Test
  void whoIsToldToStopLeavesNothingToRead() throws IOException {
    NamesWriter writer = NamesWriter.of(ID, LANGUAGES);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> writer.write(towns(), folder.resolve("names")))
          .isInstanceOfAny(InterruptedIOException.class, ClosedByInterruptException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Names.open(folder.resolve("names"), dataset(towns()), VOCABULARY)).isEmpty();
    // The folder is nobody's any more.
    writer.write(towns(), folder.resolve("names"));
  }

  private static Quad quad(String id, Role role, Node value) {
    return Quad.create(
        NodeFactory.createURI("https://example.org/fact/1"),
        NodeFactory.createURI(ID + id),
        role.property(),
        value);
  }
}
