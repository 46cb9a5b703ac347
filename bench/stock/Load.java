import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutput;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A loader of TDB2 as it comes: {@code Load basic|phased|parallel|sequential DATABASE FILE}. It is
 * run from its source with the program's jar on the class path, so that both have the same Jena.
 */
final class Load {

  private Load() {}

  public static void main(String[] args) {
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(args[1]);
    MonitorOutput silent = (format, arguments) -> {};
    DataLoader loader =
        switch (args[0]) {
          case "basic" -> LoaderFactory.basicLoader(database, silent);
          case "phased" -> LoaderFactory.phasedLoader(database, silent);
          case "parallel" -> LoaderFactory.parallelLoader(database, silent);
          case "sequential" -> LoaderFactory.sequentialLoader(database, silent);
          default -> throw new IllegalArgumentException("no such loader: " + args[0]);
        };
    loader.startBulk();
    loader.load(List.of(args[2]));
    loader.finishBulk();
    System.out.println(loader.countTriples() + loader.countQuads());
    TDBInternal.expel(database, true);
  }
}
