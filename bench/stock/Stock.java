import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.TDB2Factory;

/**
 * Fuseki as it comes, over a database whose default graph is the union of its graphs: {@code Stock
 * DATABASE}. It is run from its source with the
 * program's jar on the class path, so that both have the same Jena. Prints its address.
 */
final class Stock {

  private Stock() {}

  public static void main(String[] args) {
    Dataset dataset = TDB2Factory.connectDataset(args[0]);
    FusekiServer server =
        FusekiServer.create().port(0).loopback(true).add("/sparql", dataset).build().start();
    System.out.println("http://127.0.0.1:" + server.getHttpPort() + "/sparql");
    server.join();
  }
}
