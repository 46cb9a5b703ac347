package org.w3id.scokg.server;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * What is to be remembered of a request beyond what HTTP says of it. An attendant attaches it;
 * whoever answers adds to it. Safe for use by the threads that a request is handed between.
 */
public final class RequestNotes {

  /** The attribute of a request that holds its notes. */
  public static final String ATTRIBUTE = "org.w3id.scokg.notes";

  private final String id;
  private volatile String query = "";
  private volatile boolean broken;

  /** Begins the notes of a request. */
  public RequestNotes(String id) {
    this.id = id;
  }

  /** The notes of a request, where somebody keeps any. */
  static Optional<RequestNotes> of(ServletRequest request) {
    return Optional.ofNullable((RequestNotes) request.getAttribute(ATTRIBUTE));
  }

  /** The name of the request in logs and in the header of its answer. */
  public String id() {
    return id;
  }

  /** Notes what is asked. */
  void ask(String text) {
    query = text;
  }

  /** What is asked, as it was sent; empty where the request is no query. */
  public String query() {
    return query;
  }

  /** Notes that the answer broke off. */
  public void breakOff() {
    broken = true;
  }

  /** Whether the answer broke off, so that its client has no whole one. */
  public boolean isBroken() {
    return broken;
  }
}
