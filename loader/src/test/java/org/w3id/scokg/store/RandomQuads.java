package org.w3id.scokg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Made-up quads, the same for the same seed, with terms of every kind and some repeated. */
final class RandomQuads {

  private static final List<String> TEXTS =
      List.of(
          "", "plain", "日本語", "ребёнок", "a|b|c", "\"\\\n\t\r", "𝄞 beyond", "\u0000", "é", "é");

  private static final List<String> LANGUAGES =
      List.of("en", "EN", "en-gb", "zh-Hans-CN", "x-private", "ru");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "+0",
          "007",
          "1",
          "-1",
          "36028797018963967",
          "-36028797018963968",
          " 5 ",
          "1.0",
          "-1.50",
          "140737488355327",
          "1e400",
          "-1e400",
          "1e0",
          "NaN",
          "INF",
          "-INF",
          "nonsense",
          "",
          "true",
          "127",
          "128",
          "255",
          "65536");

  /**
   * Numbers that are not their own ids, and of which Jena keeps not the lexical form but what it
   * takes for the value.
   */
  static final List<String> LARGE_NUMBERS =
      List.of(
          "36028797018963968",
          "-36028797018963969",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "99999999999999999999999999",
          "140737488355328",
          "0.00000000000000000001",
          "1.5E-300",
          "1.7976931348623157E308");

  private static final List<String> DATES =
      List.of(
          "2001-06-15",
          "2001-06-15Z",
          "2001-06-15+14:00",
          "0000-01-01",
          "-0044-03-15",
          "7999-12-31",
          "8000-01-01",
          "12001-01-01",
          "2001-02-30",
          "2001-06-15T12:00:00",
          "2001-06-15T12:00:00Z",
          "2001-06-15T12:00:00.123Z",
          "2001-06-15T12:00:00.123456Z",
          "2001-06-15T24:00:00Z",
          "2001-06-15T12:00:00+05:45",
          "2001-06-15T12:00:00+05:07",
          "no");

  private static final List<XSDDatatype> NUMERIC =
      List.of(
          XSDDatatype.XSDinteger,
          XSDDatatype.XSDdecimal,
          XSDDatatype.XSDdouble,
          XSDDatatype.XSDfloat,
          XSDDatatype.XSDlong,
          XSDDatatype.XSDint,
          XSDDatatype.XSDshort,
          XSDDatatype.XSDbyte,
          XSDDatatype.XSDunsignedByte,
          XSDDatatype.XSDunsignedLong,
          XSDDatatype.XSDnonNegativeInteger,
          XSDDatatype.XSDpositiveInteger,
          XSDDatatype.XSDnegativeInteger,
          XSDDatatype.XSDboolean,
          XSDDatatype.XSDstring);

  private static final List<XSDDatatype> TEMPORAL =
      List.of(
          XSDDatatype.XSDdate,
          XSDDatatype.XSDdateTime,
          XSDDatatype.XSDdateTimeStamp,
          XSDDatatype.XSDgYear,
          XSDDatatype.XSDtime);

  private final Random random;

  RandomQuads(long seed) {
    this.random = new Random(seed);
  }

  List<Quad> list(int count) {
    List<Quad> quads = new ArrayList<>();
    while (quads.size() < count) {
      if (!quads.isEmpty() && random.nextInt(10) == 0) {
        quads.add(quads.get(random.nextInt(quads.size())));
      } else {
        quads.add(new Quad(graph(), subject(), predicate(), object()));
      }
    }
    return quads;
  }

  private Node graph() {
    return switch (random.nextInt(6)) {
      case 0 -> Quad.defaultGraphNodeGenerated;
      case 1 -> NodeFactory.createBlankNode("g" + random.nextInt(3));
      case 2 -> iri("graph/one");
      default -> iri("graph/" + random.nextInt(50));
    };
  }

  private Node subject() {
    return random.nextInt(5) == 0
        ? NodeFactory.createBlankNode("b" + random.nextInt(20))
        : iri("s/" + random.nextInt(200));
  }

  private Node predicate() {
    return random.nextInt(4) == 0 ? RDF.type.asNode() : iri("p/" + random.nextInt(8));
  }

  /** A term of any kind that may be an object. */
  Node object() {
    return switch (random.nextInt(9)) {
      case 0 -> iri("s/" + random.nextInt(200));
      case 1 -> NodeFactory.createBlankNode("b" + random.nextInt(20));
      case 2 -> NodeFactory.createLiteralLang(any(TEXTS), any(LANGUAGES));
      case 3 -> NodeFactory.createLiteralString(any(TEXTS) + random.nextInt(30));
      case 4 -> NodeFactory.createLiteralDT(any(NUMBERS), any(NUMERIC));
      case 5 -> NodeFactory.createLiteralDT(any(DATES), any(TEMPORAL));
      case 6 ->
          NodeFactory.createLiteralDT(
              any(TEXTS),
              TypeMapper.getInstance().getSafeTypeByName("urn:type:" + random.nextInt(3)));
      case 7 ->
          NodeFactory.createLiteralDT(
              Long.toString(random.nextLong() >> 9), XSDDatatype.XSDinteger);
      default ->
          NodeFactory.createLiteralDT(
              Double.toString(random.nextGaussian()), XSDDatatype.XSDdouble);
    };
  }

  private static Node iri(String path) {
    return NodeFactory.createURI("https://example.org/" + path);
  }

  /** Quads whose objects are large numbers of all kinds. */
  static List<Quad> withLargeNumbers() {
    List<Quad> quads = new ArrayList<>();
    for (String number : LARGE_NUMBERS) {
      for (XSDDatatype type : NUMERIC) {
        quads.add(
            new Quad(
                iri("graph/one"),
                iri("s/1"),
                iri("p/1"),
                NodeFactory.createLiteralDT(number, type)));
      }
    }
    return quads;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
