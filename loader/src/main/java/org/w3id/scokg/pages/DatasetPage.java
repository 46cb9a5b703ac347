package org.w3id.scokg.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/** The page about the dataset: what it is, who may use it how, and where it is to be had. */
final class DatasetPage {

  /** Prefixes and partitions are for programs. */
  private static final Set<Node> LISTS =
      Set.of(
          NodeFactory.createURI("http://www.w3.org/ns/shacl#declare"),
          VOID.classPartition.asNode(),
          VOID.propertyPartition.asNode());

  private final Content content;
  private final Visit visit;
  private final Dumps dumps;
  private final Figures figures;
  private final Node dataset;

  DatasetPage(Content content, Visit visit, Dumps dumps, Figures figures) {
    this.content = content;
    this.visit = visit;
    this.dumps = dumps;
    this.figures = figures;
    this.dataset = NodeFactory.createURI(content.site().dataset());
  }

  Answer answer() {
    return new Layout(content)
        .page(visit, content.title(visit), Optional.of("/dataset"), this::write);
  }

  private void write(Html html) {
    Writing writing = new Writing(content, visit, html);
    html.open("h1");
    content.title(visit).write(html, visit);
    html.closeLine();
    content
        .labels()
        .text(dataset, Terms.DESCRIPTIONS, visit.languages())
        .ifPresent(
            text -> {
              html.open("p", "class", "lead");
              text.write(html, visit);
              html.closeLine();
            });
    html.element("h2", visit.word("dataset.about")).open("dl");
    row(html, "dataset.licence", () -> licence(html, writing));
    row(html, "dataset.version", () -> html.element("code", content.site().buildId()));
    row(html, "dataset.identifier", () -> html.element("code", content.site().dataset()));
    row(
        html,
        "dataset.endpoint",
        () -> html.link(content.site().endpoint(), visit.origin() + content.site().endpoint()));
    html.closeLine();
    new Numbers(content, visit, figures).write(html);
    new DumpsPage(content, visit, dumps).table(html);
    described(html);
    writing.takeAway("/dataset", content.site().dataset());
  }

  private void licence(Html html, Writing writing) {
    content.graphs().values(dataset, DCTerms.license.asNode()).forEach(writing::thing);
    content
        .labels()
        .text(dataset, List.of(DCTerms.rights.asNode()), visit.languages())
        .ifPresent(
            text -> {
              html.open("br");
              text.write(html, visit);
            });
  }

  private void row(Html html, String key, Runnable value) {
    html.element("dt", visit.word(key)).open("dd");
    value.run();
    html.closeLine();
  }

  private void described(Html html) {
    html.element("h2", visit.word("dataset.described"));
    new StatementList(content, visit, html, dataset)
        .write(
            content.graphs().about(dataset).stream()
                .filter(statement -> !LISTS.contains(statement.property()))
                .toList());
  }
}
