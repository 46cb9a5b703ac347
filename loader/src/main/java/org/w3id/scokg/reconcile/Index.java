package org.w3id.scokg.reconcile;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/** What is made of a graph once, to find its entities by name. */
record Index(
    Spelling spelling,
    Catalog catalog,
    NameIndex names,
    PropertyValues values,
    Properties properties) {

  static Index of(DatasetGraph graph, Vocabulary vocabulary) {
    Spelling spelling = new Spelling();
    Catalog catalog = Txn.calculateRead(graph, () -> Catalog.read(graph, vocabulary, spelling));
    return new Index(
        spelling,
        catalog,
        NameIndex.of(catalog.entities(), spelling),
        new PropertyValues(graph, catalog, vocabulary, spelling),
        new Properties(graph, catalog, vocabulary));
  }
}
