package org.w3id.scokg.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.scokg.reconcile.Names;
import org.w3id.scokg.reconcile.Vocabulary;
import org.w3id.scokg.server.Extension;
import org.w3id.scokg.server.SparqlServer;

/** The site about towns at a real endpoint, as a program serves it. */
final class EditorServer {

  private static final String BASE = SiteServer.BASE;

  private static final Map<String, String> PREFIXES =
      Map.of(
          "",
          BASE + "ontology#",
          "id",
          BASE + "id/",
          "skos",
          "http://www.w3.org/2004/02/skos/core#");

  private EditorServer() {}

  /** Serves towns, and more in TriG, from a project in a folder. */
  static SparqlServer of(String more, Path folder) throws IOException {
    JenaSystem.init();
    Path build = folder.resolve("builds/0123456789abcdef");
    Path database = Files.createDirectories(build.resolve("database"));
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(database.toString()));
    Txn.executeWrite(
        dataset, () -> RDFParser.fromString(SiteServer.TOWNS + more, Lang.TRIG).parse(dataset));
    TDBInternal.expel(dataset);
    Files.createSymbolicLink(
        folder.resolve("builds/current"), Path.of(String.valueOf(build.getFileName())));
    Path config = folder.resolve("server.ttl");
    Files.copy(Path.of("../fuseki-config/server.ttl"), config);
    Extension pages =
        new Extension("", (graph, served) -> new OpenSite(graph, site(served), names(graph)))
            .showing("/sparql");
    return SparqlServer.start(config, folder, SparqlServer.LOOPBACK, 0, List.of(pages));
  }

  private static Site site(Path build) {
    return new Site(
        BASE + "dataset",
        "Towns",
        BASE,
        PREFIXES,
        List.of("en", "ru"),
        build,
        "/sparql",
        List.of());
  }

  private static Names names(DatasetGraph graph) {
    return Names.of(
        graph,
        new Vocabulary("Towns", BASE + "id/", BASE + "ontology#", PREFIXES, List.of("en", "ru")));
  }
}
