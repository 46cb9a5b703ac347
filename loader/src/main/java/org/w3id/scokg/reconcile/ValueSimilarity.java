package org.w3id.scokg.reconcile;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.w3id.scokg.reconcile.ReconciliationQuery.Value;

/** How similar a value of a query is to a value of the graph, from 0 to 1. */
final class ValueSimilarity {

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final String DECIMAL = "([+-]?\\d+(?:\\.\\d+)?)";
  private static final Pattern POINT =
      Pattern.compile("(?i)POINT\\s*\\(" + DECIMAL + " " + DECIMAL + "\\)");
  private static final Pattern COORDINATES =
      Pattern.compile("\\s*" + DECIMAL + "\\s*[,; ]\\s*" + DECIMAL + "\\s*");

  private static final List<XSDDatatype> DATES =
      List.of(
          XSDDatatype.XSDdate,
          XSDDatatype.XSDdateTime,
          XSDDatatype.XSDgYear,
          XSDDatatype.XSDgYearMonth);

  /** A date that is given to the year or month only, and agrees so far. */
  private static final double LESS_PRECISE = 0.9;

  /** Below that, two names are of different things. */
  private static final double SAME_NAME = 0.8;

  /** The same place, in kilometres: the middle of a city is where one puts it. */
  private static final double SAME_PLACE = 5;

  private static final double OTHER_PLACE = 100;
  private static final double EARTH_RADIUS = 6371;

  private final Catalog catalog;
  private final Vocabulary vocabulary;
  private final Spelling spelling;

  ValueSimilarity(Catalog catalog, Vocabulary vocabulary, Spelling spelling) {
    this.catalog = catalog;
    this.vocabulary = vocabulary;
    this.spelling = spelling;
  }

  double of(Value value, Node node) {
    if (node.isURI()) {
      return ofResource(value, node.getURI());
    }
    return node.isLiteral() && value.entity().isEmpty() ? ofLiteral(value.text(), node) : 0;
  }

  private double ofResource(Value value, String iri) {
    String asked = value.entity().isEmpty() ? value.text() : value.entity();
    if (asked.equals(iri) || vocabulary.entityIri(asked).equals(iri)) {
      return 1;
    }
    if (!value.entity().isEmpty()) {
      return 0;
    }
    return catalog.entity(iri).map(entity -> ofNames(value.text(), entity)).orElse(0.0);
  }

  private double ofNames(String text, Entity entity) {
    String latin = spelling.latin(text);
    double best =
        entity.names().stream()
            .mapToDouble(name -> NameSimilarity.of(latin, name.latin()))
            .max()
            .orElse(0);
    return best < SAME_NAME ? 0 : best;
  }

  private double ofLiteral(String text, Node literal) {
    String actual = literal.getLiteralLexicalForm();
    if (text.equals(actual)) {
      return 1;
    }
    RDFDatatype type = literal.getLiteralDatatype();
    if (type instanceof XSDDatatype date && DATES.contains(date)) {
      return ofDates(text.strip(), actual);
    }
    Matcher point = POINT.matcher(actual);
    Matcher coordinates = COORDINATES.matcher(text);
    if (point.find() && coordinates.matches()) {
      return ofPlaces(coordinates.toMatchResult(), point.toMatchResult());
    }
    if (NUMBER.matcher(text).matches() && NUMBER.matcher(actual).matches()) {
      return ofNumbers(Double.parseDouble(text), Double.parseDouble(actual));
    }
    double names = NameSimilarity.of(spelling.latin(text), spelling.latin(actual));
    return names < SAME_NAME ? 0 : names;
  }

  private static double ofDates(String asked, String actual) {
    String shorter = asked.length() < actual.length() ? asked : actual;
    String longer = asked.length() < actual.length() ? actual : asked;
    return shorter.length() >= 4 && longer.startsWith(shorter) ? LESS_PRECISE : 0;
  }

  private static double ofNumbers(double asked, double actual) {
    double larger = Math.max(Math.abs(asked), Math.abs(actual));
    double similarity = larger == 0 ? 1 : 1 - Math.abs(asked - actual) / larger;
    return similarity < LESS_PRECISE ? 0 : similarity;
  }

  /** From "latitude, longitude" to WKT, which has the longitude first. */
  private static double ofPlaces(MatchResult asked, MatchResult actual) {
    double distance =
        kilometres(
            Double.parseDouble(asked.group(1)),
            Double.parseDouble(asked.group(2)),
            Double.parseDouble(actual.group(2)),
            Double.parseDouble(actual.group(1)));
    double away = Math.max(0, distance - SAME_PLACE);
    return Math.max(0, 1 - away / (OTHER_PLACE - SAME_PLACE));
  }

  /** The haversine formula, for degrees. */
  private static double kilometres(double lat1, double long1, double lat2, double long2) {
    double byLatitude = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double byLongitude = Math.sin(Math.toRadians(long2 - long1) / 2);
    double square =
        byLatitude * byLatitude
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * byLongitude
                * byLongitude;
    return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(square));
  }
}
