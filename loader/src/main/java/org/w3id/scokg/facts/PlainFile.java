package org.w3id.scokg.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3id.scokg.diagnostic.InputException;

/** A file as it lies on the disk. */
record PlainFile(Path path, String name, Charset encoding) implements TextFile {

  @Override
  public InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new InputException(Unreadable.tell(name, e));
    }
  }
}
