package org.w3id.scokg.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.sparql.sse.ItemList;
import org.apache.jena.sparql.sse.ItemWriter;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.w3id.scokg.store.LoadReport.Count;

/**
 * Writes what TDB2's optimizer wants to know, as {@code tdb2.tdbstats} would, but for the time: the
 * same graph gives the same file.
 */
final class Statistics {

  private final StoredTerms stored;
  private final TermStore terms;

  Statistics(StoredTerms stored, TermStore terms) {
    this.stored = stored;
    this.terms = terms;
  }

  void write(PredicateTally tally, Path storage) throws IOException {
    Item statistics = Item.createList();
    ItemList list = statistics.getList();
    list.add("stats");
    Item meta = Item.createTagged("meta");
    Item.addPair(meta.getList(), "count", number(tally.triples()));
    list.add(meta);
    for (Most.Count type : tally.classes.list()) {
      ItemList pattern = new ItemList();
      pattern.add("VAR");
      pattern.add(NodeConst.nodeRDFType);
      Node node = node(type);
      if (node.isURI()) {
        pattern.add(node);
        Item.addPair(list, Item.createList(pattern), Item.createNode(number(type.tuples())));
      }
    }
    for (Most.Count predicate : tally.predicates.list()) {
      Item.addPair(list, node(predicate), number(predicate.tuples()));
    }
    Item.addPair(list, "other", number(0));
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(storage.resolve(Names.optStats)))) {
      ItemWriter.write(file, statistics);
    }
  }

  /** The terms with their counts, for a report. */
  List<Count> named(Most most, int limit) throws IOException {
    List<Count> named = new ArrayList<>();
    for (Most.Count count : most.list().stream().limit(limit).toList()) {
      Node node = node(count);
      named.add(
          new Count(
              node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel(), count.tuples()));
    }
    return named;
  }

  private Node node(Most.Count count) throws IOException {
    return stored.get(terms.id(count.rank()));
  }

  private static Node number(long count) {
    return NodeFactoryExtra.intToNode(count);
  }
}
