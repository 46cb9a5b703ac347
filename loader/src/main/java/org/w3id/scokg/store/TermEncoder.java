package org.w3id.scokg.store;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;

/**
 * Encodes terms as TDB2 does ({@code NodeLib}, {@code NodeTableTRDF}), the common kinds without an
 * object for any. For one thread.
 */
final class TermEncoder {

  private static final byte[] OF_IRI = "|||uri".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OF_BLANK_NODE = "|||bnode".getBytes(StandardCharsets.US_ASCII);

  /** In the compact protocol of Thrift: the number of a field less the last one's, and its type. */
  private static final int IRI_FIELD = 0x1C;

  private static final int BLANK_NODE_FIELD = 0x2C;
  private static final int LITERAL_FIELD = 0x3C;
  private static final int TEXT_FIELD = 0x18;
  private static final int STOP = 0;

  /** Beyond so many languages and datatypes they are made anew. */
  private static final int MOST_KINDS = 4096;

  private final EncodedTerm term = new EncodedTerm();
  private final MessageDigest digest = md5();
  private final byte[] hash = new byte[SystemTDB.LenNodeHash];
  private final InlineValues inline = new InlineValues();
  private final Map<String, LiteralKind> languages = new HashMap<>();
  private final Map<String, LiteralKind> datatypes = new HashMap<>();

  /** Encodes a term; what is returned is overwritten by the next one. */
  EncodedTerm encode(Value value) {
    if (value instanceof IRI iri) {
      return text(IRI_FIELD, iri.stringValue(), OF_IRI);
    }
    if (value instanceof BNode node) {
      return text(BLANK_NODE_FIELD, node.getID(), OF_BLANK_NODE);
    }
    if (value instanceof Literal literal) {
      return literal(
          literal.getLabel(),
          literal
              .getLanguage()
              .map(this::inLanguage)
              .orElseGet(() -> ofDatatype(literal.getDatatype().stringValue())));
    }
    throw new IllegalArgumentException(
        "a term must be an IRI, a blank node or a literal: " + value);
  }

  /** Encodes a term; what is returned is overwritten by the next one. */
  EncodedTerm encode(Node node) {
    if (node.isURI()) {
      return text(IRI_FIELD, node.getURI(), OF_IRI);
    }
    if (node.isBlank()) {
      return text(BLANK_NODE_FIELD, node.getBlankNodeLabel(), OF_BLANK_NODE);
    }
    if (!node.isLiteral() || node.getLiteralBaseDirection() != null) {
      return unusual(node);
    }
    String language = node.getLiteralLanguage();
    return literal(
        node.getLiteralLexicalForm(),
        language.isEmpty() ? ofDatatype(node.getLiteralDatatypeURI()) : inLanguage(language));
  }

  private LiteralKind inLanguage(String tag) {
    if (languages.size() > MOST_KINDS) {
      languages.clear();
    }
    return languages.computeIfAbsent(tag, LiteralKind::inLanguage);
  }

  private LiteralKind ofDatatype(String iri) {
    if (datatypes.size() > MOST_KINDS) {
      datatypes.clear();
    }
    return datatypes.computeIfAbsent(iri, LiteralKind::ofDatatype);
  }

  private EncodedTerm text(int field, String text, byte[] hashed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hash(bytes, hashed);
    begin(field, bytes);
    term.put(STOP);
    term.put(STOP);
    return term;
  }

  private EncodedTerm literal(String lexical, LiteralKind kind) {
    if (kind.mayBeInline) {
      long id = inline.of(lexical, kind.datatype);
      if (id != InlineValues.NONE) {
        term.inline(id);
        return term;
      }
    }
    if (kind.isUnusual) {
      return unusual(NodeFactory.createLiteralDT(lexical, kind.datatype));
    }
    byte[] bytes = lexical.getBytes(StandardCharsets.UTF_8);
    hash(bytes, kind.hashed);
    begin(LITERAL_FIELD, bytes);
    term.put(kind.encoded);
    return term;
  }

  private void begin(int field, byte[] text) {
    term.clear();
    term.put(field);
    term.put(TEXT_FIELD);
    term.putLength(text.length);
    term.put(text);
  }

  private void hash(byte[] text, byte[] more) {
    digest.update(text);
    digest.update(more);
    try {
      digest.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("Bug: an MD5 digest has another length", e);
    }
    setHash(hash);
  }

  private void setHash(byte[] bytes) {
    term.hash(Bytes.getLong(bytes, 0), Bytes.getLong(bytes, Long.BYTES));
  }

  /**
   * What is met seldom is left to Jena, which is told to keep lexical forms, as its external loader
   * does: values of numbers may not be those that were meant.
   */
  private EncodedTerm unusual(Node node) {
    setHash(NodeLib.hash(node).getBytes());
    term.clear();
    try {
      term.put(
          new TSerializer(new TCompactProtocol.Factory())
              .serialize(ThriftConvert.convert(node, false)));
    } catch (TException e) {
      throw new IllegalStateException("Bug: a term cannot be encoded", e);
    }
    return term;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bug: every Java platform has MD5", e);
    }
  }
}
