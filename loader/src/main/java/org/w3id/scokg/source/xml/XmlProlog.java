package org.w3id.scokg.source.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.SourceFile;

/**
 * Reads what stands before the first element: finds the encoding that a document declares, and
 * passes over its DOCTYPE, which it gives on as white space.
 *
 * <p>The JDK's reader is not to see a DOCTYPE: once it saw one that names a file it takes every
 * entity in an attribute for one declared there, and leaves it out without a word.
 */
final class XmlProlog implements AutoCloseable {

  /** Where a declaration ends at the latest, in bytes. */
  private static final int HEAD = 1024;

  /** Where a DOCTYPE ends at the latest, in characters; the JDK's reader tells of a later one. */
  private static final int LIMIT = 1 << 20;

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

  /** How the first bytes of a document, as characters, tell its encoding (XML 1.0, appendix F). */
  private record Start(String bytes, Charset encoding) {}

  private static final List<Start> STARTS =
      List.of(
          new Start("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8),
          new Start("\u00FE\u00FF", StandardCharsets.UTF_16BE),
          new Start("\u00FF\u00FE", StandardCharsets.UTF_16LE),
          new Start("\0<\0?", StandardCharsets.UTF_16BE),
          new Start("<\0?\0", StandardCharsets.UTF_16LE));

  private final SourceFile file;
  private final Reader characters;
  private final StringBuilder read = new StringBuilder();

  private XmlProlog(SourceFile file, Reader characters) {
    this.file = file;
    this.characters = characters;
  }

  /**
   * Opens the characters of a document, without its DOCTYPE.
   *
   * @throws InputException if it cannot be read, is empty, is not in the encoding it declares, or
   *     brings declarations of its own
   */
  static XmlProlog open(SourceFile file) {
    SourceFile decoded =
        new SourceFile(file.path(), file.name(), file.compression(), encoding(file));
    XmlProlog prolog = new XmlProlog(decoded, decoded.reader());
    try {
      prolog.read();
      return prolog;
    } catch (IOException e) {
      throw decoded.failure(e, prolog.line());
    }
  }

  /** The file, with the encoding that it is in. */
  SourceFile file() {
    return file;
  }

  /** The characters of the whole document. */
  Reader characters() {
    return new Resumed(read.toString(), characters);
  }

  /** The line on which the first element starts. */
  int line() {
    return 1 + (int) read.chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() {
    try {
      characters.close();
    } catch (IOException e) {
      throw file.failure(e, 0);
    }
  }

  /** The encoding a mapping gives, and where that is the usual one, what the document says. */
  private static Charset encoding(SourceFile file) {
    byte[] head;
    try (InputStream bytes = file.open()) {
      head = bytes.readNBytes(HEAD);
    } catch (IOException e) {
      throw file.failure(e, 0);
    }
    if (head.length == 0) {
      throw new InputException(XmlProblem.empty(Location.of(file.name())));
    }
    if (!file.encoding().equals(StandardCharsets.UTF_8)) {
      return file.encoding();
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    return STARTS.stream()
        .filter(start -> bytes.startsWith(start.bytes))
        .map(Start::encoding)
        .findFirst()
        .orElseGet(() -> declared(file, head, bytes));
  }

  private static Charset declared(SourceFile file, byte[] head, String bytes) {
    Matcher declaration = DECLARED.matcher(bytes);
    if (!declaration.lookingAt()) {
      return StandardCharsets.UTF_8;
    }
    String name = String.valueOf(declaration.group(1));
    try {
      Charset encoding = Charset.forName(name);
      if (!new String(head, encoding).startsWith("<?xml")) {
        throw new InputException(XmlProblem.wrongEncoding(Location.of(file.name(), 1), name));
      }
      return encoding;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(XmlProblem.unknownEncoding(Location.of(file.name(), 1), name));
    }
  }

  private void read() throws IOException {
    boolean hasDoctype = false;
    while (nextAfterSpace() == '<') {
      int start = read.length() - 1;
      int c = next();
      if (c == '?') {
        readTo("?>");
        continue;
      }
      c = c == '!' ? next() : -1;
      if (c == '-') {
        readTo("-->");
      } else if (c == 'D' && !hasDoctype) {
        readDoctype(start);
        hasDoctype = true;
      } else {
        return;
      }
    }
  }

  private int nextAfterSpace() throws IOException {
    int c = next();
    while (c >= 0 && Character.isWhitespace(c)) {
      c = next();
    }
    return c;
  }

  private void readTo(String end) throws IOException {
    int start = read.length();
    while (next() >= 0) {
      int from = read.length() - end.length();
      if (from >= start && read.indexOf(end, from) >= 0) {
        return;
      }
    }
  }

  private void readDoctype(int start) throws IOException {
    int quote = 0;
    for (int c = next(); c >= 0; c = next()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        throw new InputException(XmlProblem.declarations(Location.of(file.name(), line())));
      } else if (c == '<') {
        return;
      } else if (c == '>') {
        blank(start);
        return;
      }
    }
  }

  private void blank(int start) {
    for (int i = start; i < read.length(); i++) {
      if (read.charAt(i) != '\n' && read.charAt(i) != '\r') {
        read.setCharAt(i, ' ');
      }
    }
  }

  private int next() throws IOException {
    int c = read.length() < LIMIT ? characters.read() : -1;
    if (c >= 0) {
      read.append((char) c);
    }
    return c;
  }

  /** What was read already, and then the rest. */
  private static final class Resumed extends FilterReader {

    private final String start;
    private int position;

    Resumed(String start, Reader rest) {
      super(rest);
      this.start = start;
    }

    @Override
    public int read() throws IOException {
      return position < start.length() ? start.charAt(position++) : in.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = Math.min(length, start.length() - position);
      if (count <= 0) {
        return in.read(buffer, offset, length);
      }
      start.getChars(position, position + count, buffer, offset);
      position += count;
      return count;
    }
  }
}
