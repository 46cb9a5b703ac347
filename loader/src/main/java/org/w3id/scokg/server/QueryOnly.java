package org.w3id.scokg.server;

import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.WebContent;
import org.jspecify.annotations.Nullable;

/** What this server does otherwise than Fuseki as it comes. */
final class QueryOnly implements FusekiModule {

  private final QueryHandler handler;
  private final QueryGate gate;
  private final BrowserGate browsers;

  QueryOnly(QueryHandler handler, QueryGate gate, BrowserGate browsers) {
    this.handler = handler;
    this.gate = gate;
    this.browsers = browsers;
  }

  @Override
  public String name() {
    return "query only";
  }

  @Override
  public void prepare(
      FusekiServer.Builder builder, Set<String> datasetNames, @Nullable Model configuration) {
    builder.registerOperation(Operation.Query, WebContent.contentTypeSPARQLQuery, handler);
    builder.addFilter("/*", new SafeHeaders());
    builder.addFilter("/*", new AnyOrigin());
    builder.addFilter("/*", browsers);
    builder.addFilter("/*", gate);
  }
}
