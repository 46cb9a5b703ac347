package org.w3id.scokg.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What {@code rows.rml.ttl} costs at least over a CSV table: its statements written by hand, as
 * bytes, by one thread. {@code Bound TABLE OUTPUT}.
 *
 * <p>It knows the columns and their order, takes every value to be there, and checks neither IRIs
 * nor literals. A field goes from the characters of the parser into the output at once, without a
 * string or any other object in between.
 */
final class Bound extends AbstractBaseCsvCallbackHandler<Object> {

  private static final int BUFFER = 1 << 20;

  /** Room for the statements of one row; a row that needs more ends the program. */
  private static final int ROW = 1 << 16;

  /** The hexadecimal digits of percent-encoding. */
  private static final byte[] HEX = ascii("0123456789ABCDEF");

  /** Whether an ASCII character stays as it is in a template of an IRI. */
  private static final boolean[] UNRESERVED = unreserved();

  /** What follows the backslash where a character of a literal is escaped; otherwise 0. */
  private static final byte[] ESCAPE = escape();

  private static final byte[] PERSON = ascii("<https://example.org/person/");
  private static final byte[] FACT = ascii("<https://example.org/fact/");
  private static final byte[] TYPE =
      ascii("> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/Person> ");
  private static final byte[] LABEL = ascii("> <http://www.w3.org/2000/01/rdf-schema#label> \"");
  private static final byte[] FAMILY = ascii("> <https://example.org/family> \"");
  private static final byte[] BORN = ascii("> <https://example.org/born> \"");
  private static final byte[] HEIGHT = ascii("> <https://example.org/height> \"");
  private static final byte[] CITY =
      ascii("> <https://example.org/city> <https://example.org/city/");
  private static final byte[] HOMEPAGE = ascii("> <https://example.org/homepage> <");
  private static final byte[] NOTE = ascii("> <https://example.org/note> \"");
  private static final byte[] STRING = ascii("\" ");
  private static final byte[] ENGLISH = ascii("\"@en ");
  private static final byte[] LANGUAGE = ascii("\"@");
  private static final byte[] DATE = ascii("\"^^<http://www.w3.org/2001/XMLSchema#date> ");
  private static final byte[] DECIMAL = ascii("\"^^<http://www.w3.org/2001/XMLSchema#decimal> ");
  private static final byte[] IRI = ascii("> ");
  private static final byte[] SPACE = ascii(" ");
  private static final byte[] STOP = ascii("> .\n");

  private final OutputStream out;
  private final byte[] bytes = new byte[BUFFER];
  private int end;
  private boolean inHeader = true;

  // Where the row's first statement has its subject and its graph: the others copy them from there.
  private int subject;
  private int subjectEnd;
  private int graph;
  private int graphEnd;

  private Bound(OutputStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    try (OutputStream out = new FileOutputStream(args[1])) {
      Bound bound = new Bound(out);
      var reader = CsvReader.builder().build(bound, Path.of(args[0]), UTF_8);
      reader.iterator().hasNext(); // reads to the end, since no record is ever handed back
      bound.flush();
    }
  }

  @Override
  protected void handleField(int column, char[] chars, int start, int length, boolean quoted) {
    if (!inHeader) {
      write(column, chars, start, start + length);
    }
  }

  private void write(int column, char[] chars, int from, int to) {
    switch (column) {
      case 0 -> writeId(chars, from, to);
      case 1 -> writeFact(chars, from, to);
      case 2 -> {
        begin(LABEL);
        escape(chars, from, to);
      }
      case 3 -> {
        put(SPACE);
        escape(chars, from, to);
        end(ENGLISH);
        literal(FAMILY, chars, from, to, STRING);
      }
      case 4 -> literal(BORN, chars, from, to, DATE);
      case 5 -> literal(HEIGHT, chars, from, to, DECIMAL);
      case 6 -> {
        begin(CITY);
        encode(chars, from, to);
        end(IRI);
      }
      case 7 -> literal(HOMEPAGE, chars, from, to, IRI);
      case 8 -> {
        begin(NOTE);
        escape(chars, from, to);
      }
      default -> {
        put(LANGUAGE);
        escape(chars, from, to);
        end(SPACE);
      }
    }
  }

  private void writeId(char[] chars, int from, int to) {
    subject = end;
    put(PERSON);
    encode(chars, from, to);
    subjectEnd = end;
  }

  private void writeFact(char[] chars, int from, int to) {
    put(TYPE);
    graph = end;
    put(FACT);
    encode(chars, from, to);
    put(STOP);
    graphEnd = end;
  }

  private void literal(byte[] predicate, char[] chars, int from, int to, byte[] suffix) {
    begin(predicate);
    escape(chars, from, to);
    end(suffix);
  }

  private void begin(byte[] predicate) {
    copy(subject, subjectEnd);
    put(predicate);
  }

  private void end(byte[] suffix) {
    put(suffix);
    copy(graph, graphEnd);
  }

  private void copy(int from, int to) {
    System.arraycopy(bytes, from, bytes, end, to - from);
    end += to - from;
  }

  private void put(byte[] constant) {
    System.arraycopy(constant, 0, bytes, end, constant.length);
    end += constant.length;
  }

  private void escape(char[] chars, int from, int to) {
    byte[] target = bytes;
    int at = end;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= 128) {
        at = utf8(at, chars, i);
        i += Character.isHighSurrogate(c) ? 1 : 0;
      } else if (ESCAPE[c] == 0) {
        target[at++] = (byte) c;
      } else {
        target[at++] = '\\';
        target[at++] = ESCAPE[c];
      }
    }
    end = at;
  }

  private void encode(char[] chars, int from, int to) {
    byte[] target = bytes;
    int at = end;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= 128) {
        at = utf8(at, chars, i);
        i += Character.isHighSurrogate(c) ? 1 : 0;
      } else if (UNRESERVED[c]) {
        target[at++] = (byte) c;
      } else {
        target[at++] = '%';
        target[at++] = HEX[c >> 4];
        target[at++] = HEX[c & 15];
      }
    }
    end = at;
  }

  /** Writes the character that begins at a place, and returns where the next one goes. */
  private int utf8(int at, char[] chars, int i) {
    int c = Character.codePointAt(chars, i);
    if (c < 0x800) {
      bytes[at++] = (byte) (0xC0 | c >> 6);
    } else if (c < 0x10000) {
      bytes[at++] = (byte) (0xE0 | c >> 12);
      bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
    } else {
      bytes[at++] = (byte) (0xF0 | c >> 18);
      bytes[at++] = (byte) (0x80 | c >> 12 & 0x3F);
      bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
    }
    bytes[at++] = (byte) (0x80 | c & 0x3F);
    return at;
  }

  @Override
  protected Object buildRecord() {
    inHeader = false;
    if (end > BUFFER - ROW) {
      flush();
    }
    return null;
  }

  private void flush() {
    try {
      out.write(bytes, 0, end);
      end = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean[] unreserved() {
    boolean[] table = new boolean[128];
    for (char c = 0; c < table.length; c++) {
      table[c] = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }
    return table;
  }

  private static byte[] escape() {
    byte[] table = new byte[128];
    table['"'] = '"';
    table['\\'] = '\\';
    table['\n'] = 'n';
    table['\r'] = 'r';
    return table;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
