package org.w3id.scokg.server;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Ends a query that comes to a {@code SERVICE}, within the engine, wherever in the query it stands.
 *
 * <p>That Jena is told to allow none is not enough for an honest answer: with {@code SILENT}, or
 * within {@code EXISTS}, it then goes on as if the service had answered nothing.
 */
final class ServiceDenial {

  private static final Symbol DENIED = Symbol.create("https://w3id.org/scokg/denied");

  private ServiceDenial() {}

  /** Watches over the execution of one query, unless its context allows {@code SERVICE}. */
  static void watch(Context context) {
    if (!context.isTrue(ARQ.httpServiceAllowed)) {
      AtomicBoolean denied = new AtomicBoolean();
      ServiceExecutorRegistry none = new ServiceExecutorRegistry();
      none.addBulkLink(
          (service, input, execution, next) -> {
            denied.set(true);
            // What is thrown here gets lost within an expression; a cancelled query ends.
            execution.getCancelSignal().set(true);
            throw new QueryDeniedException();
          });
      ServiceExecutorRegistry.set(context, none);
      context.set(DENIED, denied);
    }
  }

  /** Whether the query came to a {@code SERVICE} that it may not call. */
  static boolean happened(Context context) {
    return context.get(DENIED) instanceof AtomicBoolean denied && denied.get();
  }
}
