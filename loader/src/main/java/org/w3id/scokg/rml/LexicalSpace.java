package org.w3id.scokg.rml;

import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.datatypes.XMLDatatypeUtil;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/**
 * Tells which strings a datatype has a value for (XML Schema 1.1 Part 2). The plain shapes of the
 * most common datatypes are seen at a glance; the library is asked about all others.
 */
final class LexicalSpace {

  private static final Map<Value, Predicate<String>> PLAIN_SHAPES =
      Map.of(
          XSD.STRING, value -> true,
          XSD.INTEGER, value -> isDigits(value, 0, value.length()),
          XSD.DECIMAL, LexicalSpace::isPlainDecimal,
          XSD.DATE, LexicalSpace::isPlainDate,
          XSD.GYEAR, value -> value.length() == 4 && isDigits(value, 0, 4));

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final IRI datatype;
  private final boolean isKnown;
  private final Predicate<String> plainShape;

  private LexicalSpace(IRI datatype) {
    this.datatype = datatype;
    this.isKnown = XMLDatatypeUtil.isBuiltInDatatype(datatype);
    this.plainShape = PLAIN_SHAPES.getOrDefault(datatype, value -> false);
  }

  /** That of a datatype; one that XML Schema does not have takes any string. */
  static LexicalSpace of(String datatype) {
    return new LexicalSpace(SimpleValueFactory.getInstance().createIRI(datatype));
  }

  boolean contains(String value) {
    return !isKnown || plainShape.test(value) || XMLDatatypeUtil.isValidValue(value, datatype);
  }

  /** The local name of the datatype in XML Schema. */
  String name() {
    return datatype.getLocalName();
  }

  private static boolean isDigits(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isPlainDecimal(String value) {
    int point = value.indexOf('.');
    return point < 0
        ? isDigits(value, 0, value.length())
        : isDigits(value, 0, point) && isDigits(value, point + 1, value.length());
  }

  /** A date of four-digit year that is in every year; the 29th of February is asked about. */
  private static boolean isPlainDate(String value) {
    if (value.length() != 10
        || value.charAt(4) != '-'
        || value.charAt(7) != '-'
        || !isDigits(value, 0, 4)
        || !isDigits(value, 5, 7)
        || !isDigits(value, 8, 10)
        || value.startsWith("0000")) {
      return false;
    }
    int month = (value.charAt(5) - '0') * 10 + value.charAt(6) - '0';
    int day = (value.charAt(8) - '0') * 10 + value.charAt(9) - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
  }
}
