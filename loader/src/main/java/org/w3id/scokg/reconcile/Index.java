package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What finds the entities of a graph by name. */
record Index(
    Spelling spelling,
    Catalog catalog,
    NameIndex names,
    PropertyValues values,
    Properties properties) {

  /** Finds what is written in an index. */
  static Index of(IndexReader reader, DatasetGraph graph, Vocabulary vocabulary) {
    Spelling spelling = new Spelling();
    Documents documents = new Documents(reader);
    Catalog catalog = new Catalog(documents, vocabulary);
    return new Index(
        spelling,
        catalog,
        new NameIndex(spelling, documents, catalog),
        new PropertyValues(graph, catalog, vocabulary, spelling),
        new Properties(graph, catalog, vocabulary));
  }

  /** Writes the index of a graph, in memory, and finds what is in it. */
  static Index inMemory(DatasetGraph graph, Vocabulary vocabulary) {
    @SuppressWarnings("resource") // It is memory, and goes with the index.
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try {
      EntitySpace space = vocabulary.entities();
      Statements statements = Txn.calculateRead(graph, () -> Statements.in(graph, space));
      NamesWriter.write(statements, space, new Spelling(), memory);
      return of(DirectoryReader.open(memory), graph, vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
