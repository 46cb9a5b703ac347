package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * Writes RDF terms as people read them: IRIs shortened by prefixes, literals in {@code '…'}.
 *
 * @param prefixes namespaces by prefix; rdf, rdfs, owl, xsd and sh are known anyway
 */
public record Names(Map<String, String> prefixes) {

  // Written out: a vocabulary class of Jena that is touched before Jena has started fails for good.
  private static final Map<String, String> STANDARD =
      Map.of(
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "owl", "http://www.w3.org/2002/07/owl#",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "sh", "http://www.w3.org/ns/shacl#");

  private static final Pattern IRI = Pattern.compile("<([a-z][a-z0-9+.-]*:[^<>\\s]+)>");

  private static final int LONGEST_QUOTE = 80;

  /** Adds the standard prefixes where the project does not declare its own. */
  public Names {
    Map<String, String> all = new LinkedHashMap<>(STANDARD);
    all.putAll(prefixes);
    prefixes = Map.copyOf(all);
  }

  /**
   * A term as a message shows it: the longest matching namespace is replaced by its prefix; a
   * literal is quoted, with its language or datatype, and cut if it is long.
   */
  public String of(Node term) {
    if (term.isURI()) {
      return ofIri(term.getURI());
    }
    return term.isLiteral() ? quote(term) : "a node without a name";
  }

  /** These names, with further prefixes for what has none yet. */
  Names and(Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(further);
    all.putAll(prefixes);
    return new Names(all);
  }

  /** A text in which all IRIs in angle brackets are shortened. */
  String inText(String text) {
    return IRI.matcher(text).replaceAll(m -> Matcher.quoteReplacement(ofIri(m.group(1))));
  }

  /** An IRI as a message shows it: {@code prefix:rest}, or {@code <iri>}. */
  String ofIri(String iri) {
    return prefixes.entrySet().stream()
        .filter(e -> iri.startsWith(e.getValue()) && iri.length() > e.getValue().length())
        .max(
            Comparator.comparingInt((Map.Entry<String, String> e) -> e.getValue().length())
                .thenComparing(Map.Entry::getKey))
        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
        .orElse("<" + iri + ">");
  }

  private String quote(Node literal) {
    String text = literal.getLiteralLexicalForm().strip().replaceAll("\\s+", " ");
    if (text.codePointCount(0, text.length()) > LONGEST_QUOTE) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
    String quoted = "'" + text + "'";
    if (!literal.getLiteralLanguage().isEmpty()) {
      return quoted + "@" + literal.getLiteralLanguage();
    }
    boolean plain = literal.getLiteralDatatype().equals(XSDDatatype.XSDstring);
    return plain ? quoted : quoted + "^^" + ofIri(literal.getLiteralDatatypeURI());
  }
}
