package org.w3id.scokg.server;

/** Whoever looks after a server beside its answers: its health, its logs, its end. */
@FunctionalInterface
public interface Attendant {

  /** Nobody. */
  Attendant NONE = server -> {};

  /** Gets to work on a server, before that takes its first request. */
  void attend(Operated server);
}
