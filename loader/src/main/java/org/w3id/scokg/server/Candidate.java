package org.w3id.scokg.server;

import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;

/** A build that is open, and may be served from now on or not. */
public interface Candidate extends AutoCloseable {

  /** The build's content. */
  DatasetGraph dataset();

  /** Serves the build from now on, in the place of the one before. Cannot fail. */
  void serve();

  /** Closes the build, unless it is served. */
  @Override
  void close();

  /** A build that is opened to be looked at only. */
  static Candidate toLookAt(Path database, String name) {
    ReadOnlyDatabase open = ReadOnlyDatabase.open(database, name);
    return new Candidate() {
      @Override
      public DatasetGraph dataset() {
        return open.dataset();
      }

      @Override
      public void serve() {
        // Servers of other processes follow the link.
      }

      @Override
      public void close() {
        open.close();
      }
    };
  }
}
