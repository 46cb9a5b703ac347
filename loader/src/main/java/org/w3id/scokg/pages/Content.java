package org.w3id.scokg.pages;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.scokg.reconcile.Names;

/**
 * All that pages are made of.
 *
 * @param site what they are about
 * @param graphs the statements
 * @param labels what things are called
 * @param evidence what facts rest on
 * @param addresses where things are
 * @param names the names to search
 * @param sources how much was taken from each source
 * @param assets the files that pages need
 * @param views the questions whose answers are drawn
 */
record Content(
    Site site,
    Graphs graphs,
    Labels labels,
    Evidence evidence,
    Addresses addresses,
    Names names,
    Sources sources,
    Assets assets,
    Views views) {

  static Content of(DatasetGraph dataset, Site site, Names names) {
    Graphs graphs = new Graphs(dataset);
    return new Content(
        site,
        graphs,
        new Labels(graphs, site),
        new Evidence(graphs, site, new Quotations(site.texts())),
        new Addresses(site.base()),
        names,
        Sources.of(dataset),
        Assets.load(),
        new Views());
  }

  /** What a thing is called, for a reader. */
  Label label(Node thing, Visit visit) {
    return labels.of(thing, visit.languages());
  }

  /** What the dataset is called, for a reader. */
  Label title(Visit visit) {
    return labels
        .name(NodeFactory.createURI(site.dataset()), visit.languages())
        .orElseGet(() -> new Label(site.title(), ""));
  }

  /** Where a thing is shown, for a reader; on the page that shows it, the place in it. */
  Optional<String> address(Node thing, Visit visit) {
    Optional<String> path = thing.isURI() ? addresses.page(thing.getURI()) : Optional.empty();
    return path.map(
        target ->
            target.startsWith(visit.path() + "#")
                ? target.substring(visit.path().length())
                : visit.href(target));
  }
}
