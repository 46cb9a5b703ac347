package org.w3id.scokg.server;

import java.util.function.Function;

/**
 * Lets whoever shows a token change which build is served.
 *
 * @param token what must be shown
 * @param publisher makes what changes the build of a server, before that answers requests
 */
public record Administration(Secret token, Function<SparqlServer, Publisher> publisher) {

  /** Where it is asked to. */
  static final String PATH = "/admin";
}
