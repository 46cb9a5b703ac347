package org.w3id.scokg.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.tdb2.params.StoreParamsCodec;

/**
 * How a database is laid out whose default graph has what its named graphs have, each triple once.
 * The label of its parameters says so; stock Jena has no use for that.
 */
public final class UnionLayout {

  private static final String LABEL = "union";

  private UnionLayout() {}

  /** Whether a database is laid out so. */
  public static boolean isOf(Path database) {
    var params = StoreParamsCodec.read(Location.create(database.toString()));
    return params != null && params.getLabel().equals(LABEL);
  }

  /** Says it of a database, in a file that is then to be brought to the disk. */
  static FileChannel label(Path database) throws IOException {
    Path file = database.resolve(Names.TDB_CONFIG_FILE);
    Files.writeString(file, "{ \"tdb.label\" : \"%s\" }\n".formatted(LABEL));
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }
}
