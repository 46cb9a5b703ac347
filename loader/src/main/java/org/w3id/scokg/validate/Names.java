package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes RDF terms as people read them: IRIs shortened by prefixes, literals in {@code '…'}.
 *
 * @param prefixes namespaces by prefix; rdf, rdfs, owl, xsd and sh are known anyway
 */
public record Names(Map<String, String> prefixes) {

  private static final Map<String, String> STANDARD =
      Map.of(
          "rdf", RDF.getURI(),
          "rdfs", RDFS.getURI(),
          "owl", OWL2.getURI(),
          "xsd", XSD.getURI(),
          "sh", "http://www.w3.org/ns/shacl#");

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
