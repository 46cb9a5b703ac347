package org.w3id.scokg.publish;

import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;

/** Tells whether RDF/XML can say something. Not every graph can be written so. */
final class XmlNames {

  /** A property becomes the name of an element, so its IRI has to end in one. */
  private static final Pattern ENDS_IN_NAME =
      Pattern.compile("(?s).*[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");

  /** What XML 1.0 has no way to write. */
  private static final Pattern NO_CHARACTER =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\uD800-\\uDFFF]");

  private XmlNames() {}

  static boolean canWrite(Iterable<Statement> triples) {
    for (Statement triple : triples) {
      if (!canWrite(triple)) {
        return false;
      }
    }
    return true;
  }

  private static boolean canWrite(Statement triple) {
    return ENDS_IN_NAME.matcher(triple.getPredicate().stringValue()).matches()
        && !(triple.getObject() instanceof Literal text
            && NO_CHARACTER.matcher(text.getLabel()).find());
  }
}
