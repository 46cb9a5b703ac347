package org.w3id.scokg.server;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Ends a query that comes to a {@code SERVICE} which it may not call, within the engine, wherever
 * in the query it stands.
 *
 * <p>That Jena is told to allow none is not enough for an honest answer: with {@code SILENT}, or
 * within {@code EXISTS}, it then goes on as if the service had answered nothing.
 */
final class ServiceDenial {

  private static final Symbol DENIED = Symbol.create("https://w3id.org/scokg/denied");

  /** How long another endpoint is waited for, in milliseconds. */
  private static final long PATIENCE = 20_000;

  private ServiceDenial() {}

  /**
   * Asks other endpoints. It does not follow redirects, since these would lead off the list; Jena's
   * own client does.
   */
  private static final class Client {
    static final HttpClient INSTANCE =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(PATIENCE))
            .build();
  }

  /** Watches over the execution of one query, unless its context allows every {@code SERVICE}. */
  static void watch(Context context) {
    if (!context.isTrue(ARQ.httpServiceAllowed)) {
      AtomicBoolean denied = new AtomicBoolean();
      AllowedServices allowed = AllowedServices.of(context);
      ServiceExecutorRegistry.set(
          context, allowed.addresses().isEmpty() ? nobody(denied) : only(allowed, denied, context));
      context.set(DENIED, denied);
    }
  }

  /** Whether the query came to a {@code SERVICE} that it may not call. */
  static boolean happened(Context context) {
    return context.get(DENIED) instanceof AtomicBoolean denied && denied.get();
  }

  /** What whoever sent such a query is told. */
  static String reason(Context context) {
    AllowedServices allowed = AllowedServices.of(context);
    return allowed.addresses().isEmpty()
        ? "SERVICE is not allowed on this server."
        : "SERVICE is allowed on this server for these endpoints only: "
            + String.join(", ", new TreeSet<>(allowed.addresses()));
  }

  private static ServiceExecutorRegistry nobody(AtomicBoolean denied) {
    ServiceExecutorRegistry none = new ServiceExecutorRegistry();
    none.addBulkLink(
        (service, input, execution, next) -> {
          throw deny(denied, execution);
        });
    return none;
  }

  private static ServiceExecutorRegistry only(
      AllowedServices allowed, AtomicBoolean denied, Context context) {
    context.set(ARQ.httpServiceAllowed, true);
    context.set(ARQ.httpQueryClient, Client.INSTANCE);
    context.set(ARQ.httpQueryTimeout, PATIENCE);
    ServiceExecutorRegistry some = new ServiceExecutorRegistry();
    ServiceExecutorRegistry.initWithDefaults(some);
    // Asked row by row, when a variable in the place of the endpoint has its value.
    some.addSingleLink(
        (service, asWritten, row, execution, next) -> {
          Node endpoint = service.getService();
          if (!endpoint.isURI() || !allowed.addresses().contains(endpoint.getURI())) {
            throw deny(denied, execution);
          }
          return next.createExecution(service, asWritten, row, execution);
        });
    return some;
  }

  private static QueryDeniedException deny(AtomicBoolean denied, ExecutionContext execution) {
    denied.set(true);
    // What is thrown here gets lost within an expression; a cancelled query ends.
    execution.getCancelSignal().set(true);
    return new QueryDeniedException();
  }
}
