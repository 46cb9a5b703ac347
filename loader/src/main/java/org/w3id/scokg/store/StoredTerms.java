package org.w3id.scokg.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.thrift.TException;

/** Reads terms by their ids from the file that they were written to. */
final class StoredTerms implements Closeable {

  private final FileChannel file;

  StoredTerms(Path file) throws IOException {
    this.file = FileChannel.open(file, StandardOpenOption.READ);
  }

  Node get(long id) throws IOException {
    if (id < 0) {
      byte[] bytes = new byte[NodeId.SIZE];
      Bytes.setLong(id, bytes, 0);
      return NodeIdInline.extract(NodeIdFactory.get(bytes));
    }
    file.position(id);
    RDF_Term term = new RDF_Term();
    try {
      term.read(TRDF.protocol(new BufferedInputStream(Channels.newInputStream(file), 512)));
    } catch (TException e) {
      throw new IllegalStateException("Bug: a term cannot be read back", e);
    }
    return ThriftConvert.convert(term);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
