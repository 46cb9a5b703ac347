package org.w3id.scokg.server;

import java.util.Optional;

/** Changes which build is served, for those who ask a server to. */
public interface Publisher {

  /**
   * Publishes a finished build.
   *
   * @param build its id; if empty, the one that was finished last
   * @return the id of the build that is served now
   * @throws org.w3id.scokg.diagnostic.InputException if it is not good; the one before is served on
   */
  String publish(Optional<String> build);

  /**
   * Goes back to the build that was published before the current one.
   *
   * @return the id of the build that is served now
   * @throws org.w3id.scokg.diagnostic.InputException if there is none that is good
   */
  String rollback();
}
