package org.w3id.scokg.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.w3id.scokg.diagnostic.InputException;

/** A file of text, wherever its bytes come from: opened as often as it is read. */
public interface TextFile {

  /** The path as messages show it. */
  String name();

  /** The encoding of its characters. */
  Charset encoding();

  /**
   * Opens its bytes.
   *
   * @throws InputException if it is not there or cannot be read
   */
  InputStream open();

  /**
   * Opens its characters, without a byte order mark. What is not in the encoding is no character:
   * it ends the reading with a {@link CharacterCodingException}.
   *
   * @throws InputException if it is not there or cannot be read
   */
  default Reader reader() {
    return new StrictReader(open(), encoding());
  }

  /**
   * Tells why reading it failed; every badly encoded line is listed.
   *
   * @param line the line that was reached, counted from 1; 0 where it is not known
   */
  default InputException failure(IOException e, long line) {
    return e instanceof CharacterCodingException
        ? BadEncoding.find(this, line)
        : new InputException(Unreadable.tell(name(), e));
  }

  /** A file as it lies on the disk. */
  static TextFile of(Path path, String name, Charset encoding) {
    return new PlainFile(path, name, encoding);
  }
}
