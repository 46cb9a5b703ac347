package org.w3id.scokg.rml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements as N-Quads, without an object for any but their terms, which are the bytes they
 * are written in. What is escaped is what canonical N-Quads escapes, and no more.
 */
final class NQuadsSink implements StatementSink<byte[]> {

  /** From how many bytes on statements that stay are handed on. */
  static final int PIECE = 1 << 18;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;

  private static final byte[] GREATER = {'>'};
  private static final byte[] QUOTE = {'"'};
  private static final byte[] NONE = {};

  /** What stands in a literal for a character: 0 for itself, 'u' for its number, or a letter. */
  private static final byte[] LITERAL_ESCAPES = literalEscapes();

  /** The same for an IRI, where only numbers can stand. */
  private static final byte[] IRI_ESCAPES = iriEscapes();

  private final WriteBehind out;
  private final int flushFrom;
  private final byte[] defaultGraph = iri(Rml.DEFAULT_GRAPH.stringValue());
  private byte[] buffer = new byte[PIECE * 2];
  private int size;
  private int accepted;
  private long count;
  private int pending;

  NQuadsSink(WriteBehind out) {
    this(out, PIECE);
  }

  private NQuadsSink(WriteBehind out, int flushFrom) {
    this.out = out;
    this.flushFrom = flushFrom;
  }

  @Override
  public Optional<StatementSink<byte[]>> fork() {
    return Optional.of(new NQuadsSink(out, Integer.MAX_VALUE));
  }

  @Override
  public byte[] iri(String iri) {
    return plain('<', iri.getBytes(StandardCharsets.UTF_8), GREATER);
  }

  @Override
  public byte[] unsafeIri(String iri) {
    return escaped('<', iri.getBytes(StandardCharsets.UTF_8), IRI_ESCAPES, GREATER);
  }

  @Override
  public byte[] blankNode(String label) {
    return ("_:" + label).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] literal(String label) {
    return literal(label, QUOTE);
  }

  @Override
  public Literals<byte[]> inLanguage(String tag) {
    byte[] suffix = ("\"@" + tag).getBytes(StandardCharsets.UTF_8);
    return label -> literal(label, suffix);
  }

  @Override
  public Literals<byte[]> ofDatatype(String datatype) {
    byte[] suffix = suffix(datatype);
    return label -> literal(label, suffix);
  }

  private byte[] suffix(String datatype) {
    if (datatype.equals(XSD.STRING.stringValue())) {
      return QUOTE;
    }
    byte[] iri = iri(datatype);
    byte[] suffix = Arrays.copyOf("\"^^".getBytes(StandardCharsets.US_ASCII), iri.length + 3);
    System.arraycopy(iri, 0, suffix, 3, iri.length);
    return suffix;
  }

  private static byte[] literal(String label, byte[] suffix) {
    byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
    return isPlain(bytes)
        ? plain('"', bytes, suffix)
        : escaped('"', bytes, LITERAL_ESCAPES, suffix);
  }

  /** A term between its first byte and its last ones. */
  private static byte[] plain(char first, byte[] text, byte[] last) {
    byte[] term = new byte[1 + text.length + last.length];
    term[0] = (byte) first;
    System.arraycopy(text, 0, term, 1, text.length);
    System.arraycopy(last, 0, term, 1 + text.length, last.length);
    return term;
  }

  private static byte[] escaped(char first, byte[] text, byte[] escapes, byte[] last) {
    int length = 1 + text.length + last.length;
    for (byte b : text) {
      if (b >= 0 && escapes[b] != 0) {
        length += escapes[b] == 'u' ? 5 : 1;
      }
    }
    byte[] term = new byte[length];
    term[0] = (byte) first;
    escape(text, escapes, term);
    System.arraycopy(last, 0, term, length - last.length, last.length);
    return term;
  }

  /** Whether no byte of a literal is escaped, eight bytes at a time. */
  private static boolean isPlain(byte[] bytes) {
    int at = 0;
    for (; at + 8 <= bytes.length; at += 8) {
      if (hasEscape((long) EIGHT_BYTES.get(bytes, at))) {
        return false;
      }
    }
    for (; at < bytes.length; at++) {
      if (bytes[at] >= 0 && LITERAL_ESCAPES[bytes[at]] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether one of eight bytes is a control character, a quote or a backslash. A byte is less than
   * n if its highest bit is not set, but is after n was taken from it.
   */
  private static boolean hasEscape(long eight) {
    long quotes = eight ^ (ONES * '"');
    long backslashes = eight ^ (ONES * '\\');
    long deletes = eight ^ (ONES * 127);
    long found =
        ((eight - ONES * ' ') & ~eight)
            | ((quotes - ONES) & ~quotes)
            | ((backslashes - ONES) & ~backslashes)
            | ((deletes - ONES) & ~deletes);
    return (found & HIGHEST) != 0;
  }

  private static void escape(byte[] text, byte[] escapes, byte[] term) {
    int at = 1;
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      byte b = text[i];
      if (b < 0 || escapes[b] == 0) {
        continue;
      }
      System.arraycopy(text, from, term, at, i - from);
      at += i - from;
      from = i + 1;
      term[at++] = '\\';
      term[at++] = escapes[b];
      if (escapes[b] == 'u') {
        term[at++] = '0';
        term[at++] = '0';
        term[at++] = HEX[b >> 4];
        term[at++] = HEX[b & 15];
      }
    }
    System.arraycopy(text, from, term, at, text.length - from);
  }

  @Override
  public byte[] constant(Value value) {
    if (value instanceof IRI iri) {
      return iri(iri.stringValue());
    }
    if (value instanceof Literal literal) {
      return literal
          .getLanguage()
          .map(this::inLanguage)
          .orElseGet(() -> ofDatatype(literal.getDatatype().stringValue()))
          .of(literal.getLabel());
    }
    return blankNode(value.stringValue());
  }

  @Override
  public byte[] encode(byte[] term) {
    return term;
  }

  @Override
  public byte[] decode(byte[] term) {
    return term;
  }

  @Override
  public void add(byte[] subject, byte[] predicate, byte[] object, byte @Nullable [] graph) {
    boolean isDefault = graph == null || Arrays.equals(graph, defaultGraph);
    byte[] name = isDefault ? NONE : Objects.requireNonNull(graph);
    reserve(subject.length + predicate.length + object.length + name.length + 6);
    put(subject);
    put(predicate);
    put(object);
    if (!isDefault) {
      put(name);
    }
    buffer[size++] = '.';
    buffer[size++] = '\n';
    pending++;
  }

  private void reserve(int length) {
    if (size + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length));
    }
  }

  private void put(byte[] term) {
    System.arraycopy(term, 0, buffer, size, term.length);
    size += term.length;
    buffer[size++] = ' ';
  }

  @Override
  public void accept() {
    accepted = size;
    count += pending;
    pending = 0;
    if (accepted >= flushFrom) {
      flush();
    }
  }

  @Override
  public void discard() {
    size = accepted;
    pending = 0;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long pendingBytes() {
    return accepted;
  }

  @Override
  public void flush() {
    buffer = out.write(buffer, accepted);
    size = 0;
    accepted = 0;
  }

  private static byte[] literalEscapes() {
    byte[] escapes = new byte[128];
    Arrays.fill(escapes, 0, 32, (byte) 'u');
    escapes[127] = 'u';
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
  }

  private static byte[] iriEscapes() {
    byte[] escapes = new byte[128];
    Arrays.fill(escapes, 0, 33, (byte) 'u');
    for (char c : "<>\"{}|^`\\".toCharArray()) {
      escapes[c] = 'u';
    }
    return escapes;
  }
}
