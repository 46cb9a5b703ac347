package org.w3id.scokg.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn, and that no name covers another. */
class PictureTest {

  private static Mark mark(String label) {
    return new Mark(label, label + " in full", Optional.of("/page/" + label), "c0");
  }

  private static Stream<Shape> all(Shape shape) {
    return Stream.concat(Stream.of(shape), shape.children().stream().flatMap(PictureTest::all));
  }

  private static String attribute(Shape shape, String name) {
    int at = shape.attributes().indexOf(name);
    return at < 0 ? "" : shape.attributes().get(at + 1);
  }

  private static List<String> styles(Shape shape) {
    return all(shape).map(s -> attribute(s, "class")).filter(s -> !s.isEmpty()).toList();
  }

  private static Lasting lasting(String start, String end) {
    return new Lasting(Days.of(start), Days.of(end), Optional.empty(), Optional.empty());
  }

  /** The boxes of all names, as wide as they are thought to be. */
  private static List<double[]> names(Shape picture, double size) {
    return all(picture)
        .filter(s -> s.element().equals("text") && !attribute(s, "class").equals("small"))
        .map(
            s -> {
              double x = Double.parseDouble(attribute(s, "x"));
              double y = Double.parseDouble(attribute(s, "y"));
              return new double[] {x, y - size * 0.8, x + TextWidth.of(s.text(), size), y};
            })
        .toList();
  }

  private static void assertApart(List<double[]> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] one = boxes.get(i);
        double[] other = boxes.get(j);
        boolean isApart =
            one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
        assertThat(isApart)
            .as("%s and %s", List.of(one[0], one[1]), List.of(other[0], other[1]))
            .isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a number         | 10 |    |    | false | sure
          about a number   | 10 |    |    | true  | sure maybe
          a range          |    | 7  | 10 | false | sure maybe
          more than        |    | 10 |    | false | sure maybe tip
          less than        |    |    | 10 | false | maybe stop
          """)
  void aBarShowsHowSureANumberIs(
      String what, Double value, Double low, Double high, boolean isAbout, String parts) {
    Amount amount =
        new Amount(
            Optional.ofNullable(value),
            Optional.ofNullable(low),
            Optional.ofNullable(high),
            isAbout);

    Shape bar = Bar.of(amount, 10, what);

    assertThat(String.join(" ", styles(bar))).isEqualTo("bar track " + parts);
    assertThat(bar.children().get(0).text()).isEqualTo(what);
  }

  @Test
  void theLargestNumberLeavesRoomForAnArrow() {
    Amount ten = new Amount(Optional.of(10.0), Optional.empty(), Optional.empty(), false);

    assertThat(attribute(Bar.of(ten, 10, "").children().get(2), "width")).isEqualTo("87%");
    assertThat(ten.size()).isEqualTo(10);
  }

  @Test
  void anExactDayIsADotAndAYearIsPale() {
    Shape picture =
        Timeline.of(
            List.of(
                new Timeline.Item(mark("day"), lasting("2001-06-15", "2001-06-15"), "a"),
                new Timeline.Item(mark("year"), lasting("2005", "2005"), "a"),
                new Timeline.Item(mark("open"), lasting("2003-07", ""), "b")),
            "Times");

    assertThat(all(picture).filter(s -> s.element().equals("circle"))).hasSize(1);
    List<Shape> links = all(picture).filter(s -> s.element().equals("a")).toList();
    assertThat(links).hasSize(3);
    assertThat(styles(links.get(0))).containsExactly("mark c0", "sure");
    assertThat(styles(links.get(1))).containsExactly("mark c0", "maybe");
    assertThat(styles(links.get(2))).containsExactly("mark c1", "maybe", "sure", "sure");
    assertThat(attribute(links.get(2), "href")).isEqualTo("/page/open");
    assertThat(links.get(2).children().get(0).text()).isEqualTo("open in full");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void noNameOnATimelineCoversAnother(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Timeline.Item> items = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String start = "%04d-%02d".formatted(1990 + random.nextInt(30), 1 + random.nextInt(12));
      String name = "Name " + "long ".repeat(random.nextInt(14)) + i;
      items.add(
          new Timeline.Item(
              mark(name), lasting(start, random.nextBoolean() ? start : ""), "lane " + i % 3));
    }

    Shape picture = Timeline.of(items, "Times");

    assertApart(names(picture, 13));
    assertThat(picture).isEqualTo(Timeline.of(items, "Times"));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "2001-06-15, 2001-06-15",
    "0001, 9999",
    "1200, 1201",
    "2001-12-31, 2002-01-02",
    "-, -",
  })
  void anyTimeHasTicksThatCanBeRead(String start, String end) {
    List<Timeline.Item> items =
        start.equals("-")
            ? List.of()
            : List.of(new Timeline.Item(mark("x"), lasting(start, end), "a"));

    List<Double> ticks =
        all(Timeline.of(items, "Times"))
            .filter(s -> s.element().equals("line"))
            .map(s -> Double.parseDouble(attribute(s, "x1")))
            .toList();

    for (int i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i) - ticks.get(i - 1)).isGreaterThan(40);
    }
    assertThat(ticks).hasSizeLessThan(40);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void noNameInANetworkCoversAnother(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Network.Node> nodes = new ArrayList<>();
    List<Network.Link> links = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String name = "Society " + "of things ".repeat(random.nextInt(9)) + i;
      nodes.add(new Network.Node("n" + i, "class " + i % 5, mark(name)));
      links.add(new Network.Link("n" + i, "n" + random.nextInt(100), "a tie"));
    }

    Shape picture = Network.of(nodes, links, "Ties");

    assertApart(names(picture, 12));
    assertThat(picture).isEqualTo(Network.of(nodes, links, "Ties"));
    assertThat(all(picture).filter(s -> s.element().equals("a"))).hasSize(100);
    assertThat(styles(picture)).filteredOn("tie"::equals).hasSize(100);
  }

  @Test
  void columnsWithManyTiesStandSideBySide() {
    List<Network.Node> nodes =
        List.of(
            new Network.Node("a", "first", mark("a")),
            new Network.Node("b", "second", mark("b")),
            new Network.Node("c", "third", mark("c")));
    List<Network.Link> links =
        List.of(new Network.Link("a", "c", ""), new Network.Link("c", "b", ""));

    assertThat(
            all(Network.of(nodes, links, "Ties"))
                .filter(s -> attribute(s, "class").startsWith("lane-name"))
                .map(Shape::text))
        .containsExactly("first", "third", "second");
  }

  @Test
  void nodesStandAcrossFromWhatTheyAreTiedTo() {
    List<Network.Node> nodes = new ArrayList<>();
    List<Network.Link> links = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(new Network.Node("l" + i, "left", mark("l" + i)));
      nodes.add(new Network.Node("r" + (5 - i), "right", mark("r" + (5 - i))));
      links.add(new Network.Link("l" + i, "r" + i, ""));
    }

    List<String> order =
        all(Network.of(nodes, links, "Ties"))
            .filter(s -> s.element().equals("text") && s.text().length() == 2)
            .map(s -> s.text().substring(1))
            .toList();

    assertThat(order.subList(0, 6)).isEqualTo(order.subList(6, 12));
  }

  @Test
  void anEmptyNetworkIsDrawn() {
    assertThat(Network.of(List.of(), List.of(), "Ties").element()).isEqualTo("svg");
  }

  @Test
  void aNameFindsRoomBesideItsPlaceOrNone() {
    LabelSpace space = new LabelSpace(200, 80);

    assertThat(space.beside(20, 40, "one", 11)).isPresent();
    assertThat(space.beside(20, 40, "two", 11).orElseThrow()[0]).isNotEqualTo(27);
    assertThat(space.over(100, 40, "x".repeat(99), 11)).isEmpty();
  }

  @Test
  void textIsCutAndWrappedToItsWidth() {
    assertThat(TextWidth.cut("A long name", 10, 40)).endsWith("…").hasSizeLessThan(9);
    assertThat(TextWidth.of(TextWidth.cut("上海合作组织成员国", 10, 40), 10)).isLessThanOrEqualTo(40);
    assertThat(TextWidth.wrap("one two three four five six", 10, 60, 2))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
    assertThat(TextWidth.wrap("上海合作组织", 10, 25, 3)).containsExactly("上海", "合作", "组织");
    assertThat(TextWidth.wrap("𝒳𝒳𝒳𝒳", 10, 1, 3)).allMatch(line -> !line.isEmpty());
    assertThat(TextWidth.wrap("", 10, 60, 2)).containsExactly("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINT(71.4278 51.1811)                                    | 71.4278,51.1811
          point z (1 2 3)                                           | 1.0,2.0
          <http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 2) | 1.0,2.0
          LINESTRING(1 2, 3 4)                                      | 1.0,2.0,3.0,4.0
          POINT(181 0)                                              |
          POINT(0 91)                                               |
          POINT(NaN 1)                                              |
          POINT(1)                                                  |
          POINT(1 2, 3 4)                                           |
          LINESTRING(1 2)                                           |
          POLYGON((1 2, 3 4, 5 6, 1 2))                             |
          nonsense                                                  |
          """)
  void aPositionIsReadFromWellKnownText(String text, String coordinates) {
    String read =
        Position.of(text)
            .map(p -> String.join(",", p.coordinates().stream().map(String::valueOf).toList()))
            .orElse(null);

    assertThat(read).isEqualTo(coordinates);
  }

  @Test
  void attributesAreNamesAndValues() {
    assertThatThrownBy(() -> Shape.of("g", "class"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attributes must be names and values in turn");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0, 0", "-0.04, 0", "-0.06, -0.1", "12.25, 12.3", "1000000, 1000000"})
  void numbersAreShort(double number, String text) {
    assertThat(Shape.number(number)).isEqualTo(text);
  }

  @Test
  void aViewNeedsItsColumns() {
    assertThat(View.named("map")).contains(View.MAP);
    assertThat(View.named("globe")).isEmpty();
    assertThat(View.MAP.missing(List.of("label", "wkt"))).isEmpty();
    assertThat(View.MAP.missing(List.of("label"))).contains("?code or ?wkt");
    assertThat(View.NETWORK.missing(List.of("from"))).contains("?to");
    assertThat(View.CHART.missing(List.of("value"))).contains("?thing or ?label");
  }
}
