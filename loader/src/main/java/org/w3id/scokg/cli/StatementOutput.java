package org.w3id.scokg.cli;

import java.io.OutputStream;
import org.eclipse.rdf4j.rio.RDFHandler;

/** Where the statements of a mapping go: a file, or a database. It appears whole or not at all. */
interface StatementOutput extends AutoCloseable {

  /** Whether it takes N-Quads as bytes, which spares making statements of them. */
  boolean takesNQuads();

  /** Takes the bytes of N-Quads. */
  OutputStream stream();

  /** Takes statements. */
  RDFHandler handler();

  /** Ends it and gives it its name. */
  void finish();

  /** What a failure to write is to the user; other failures are left as they are. */
  RuntimeException failure(RuntimeException e);

  /** Removes it unless it was finished. */
  @Override
  void close();
}
