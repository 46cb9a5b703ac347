package org.w3id.scokg.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.vocabulary.RDF;

/** What literals of a language or datatype have in common. */
final class LiteralKind {

  private static final int LANGUAGE_FIELD = 0x18;
  private static final int DATATYPE_FIELD = 0x28;

  /** Those whose names say that they have a language, and which Jena writes in a way of its own. */
  private static final Set<String> UNUSUAL =
      Set.of(RDF.uri + "langString", RDF.uri + "dirLangString");

  /** Their datatype. */
  final RDFDatatype datatype;

  /** What is hashed after the lexical form. */
  final byte[] hashed;

  /** What is written after the lexical form. */
  final byte[] encoded;

  /** Whether some of them are their own ids. */
  final boolean mayBeInline;

  /** Whether Jena writes them in a way of its own. */
  final boolean isUnusual;

  private LiteralKind(
      RDFDatatype datatype, byte[] hashed, byte[] encoded, boolean mayBeInline, boolean isUnusual) {
    this.datatype = datatype;
    this.hashed = hashed;
    this.encoded = encoded;
    this.mayBeInline = mayBeInline;
    this.isUnusual = isUnusual;
  }

  static LiteralKind inLanguage(String tag) {
    // Jena writes tags in one way, whatever way they were written in.
    String language = NodeFactory.createLiteralLang("", tag).getLiteralLanguage();
    return new LiteralKind(
        RDF.dtLangString,
        ("|" + language + "||literal").getBytes(StandardCharsets.UTF_8),
        field(LANGUAGE_FIELD, language),
        false,
        false);
  }

  static LiteralKind ofDatatype(String iri) {
    RDFDatatype datatype = TypeMapper.getInstance().getSafeTypeByName(iri);
    if (iri.equals(XSDDatatype.XSDstring.getURI())) {
      return new LiteralKind(
          datatype, "|||literal".getBytes(StandardCharsets.UTF_8), new byte[2], false, false);
    }
    return new LiteralKind(
        datatype,
        ("||" + iri + "|literal").getBytes(StandardCharsets.UTF_8),
        field(DATATYPE_FIELD, iri),
        NodeIdInline.hasInlineDatatype(NodeFactory.createLiteralDT("", datatype)),
        UNUSUAL.contains(iri));
  }

  /** A field of text, and the ends of the literal and the term. */
  private static byte[] field(int header, String text) {
    EncodedTerm field = new EncodedTerm();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    field.put(header);
    field.putLength(bytes.length);
    field.put(bytes);
    field.put(0);
    field.put(0);
    return Arrays.copyOf(field.bytes, field.length);
  }
}
