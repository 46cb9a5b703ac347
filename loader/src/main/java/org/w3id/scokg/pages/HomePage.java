package org.w3id.scokg.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.scokg.draw.View;

/** The first page: what the graph is about, what it holds, and where to begin. */
final class HomePage {

  /** How many queries are listed at most. */
  private static final int QUERIES = 100;

  private static final int SOURCES = 20;

  private final Content content;
  private final Visit visit;
  private final Figures figures;

  HomePage(Content content, Visit visit, Figures figures) {
    this.content = content;
    this.visit = visit;
    this.figures = figures;
  }

  Answer answer() {
    return new Layout(content)
        .page(visit, content.title(visit), Optional.of("/dataset"), this::write);
  }

  private void write(Html html) {
    html.open("h1");
    content.title(visit).write(html, visit);
    html.closeLine();
    Node dataset = NodeFactory.createURI(content.site().dataset());
    content
        .labels()
        .text(dataset, Terms.DESCRIPTIONS, visit.languages())
        .ifPresent(
            text -> {
              html.open("p", "class", "lead");
              text.write(html, visit);
              html.closeLine();
            });
    new Numbers(content, visit, figures).write(html);
    views(html);
    queries(html);
    sources(html);
    html.element("h2", visit.word("home.programs"));
    html.open("p").text(visit.word("home.endpoint")).text(" ");
    html.element("code", visit.origin() + content.site().endpoint()).closeLine();
    html.open("pre")
        .element(
            "code",
            Shell.ask(visit.origin() + content.site().endpoint(), "SELECT * { ?s ?p ?o } LIMIT 10"))
        .closeLine();
  }

  private void views(Html html) {
    List<View> views = content.views().all(content);
    if (views.isEmpty()) {
      return;
    }
    html.element("h2", visit.word("home.see")).open("dl");
    for (View view : views) {
      html.open("dt").link(visit.href(view.path()), visit.word("see." + view.title())).close();
      html.element("dd", visit.word("see." + view.title() + ".text")).text("\n");
    }
    html.closeLine();
  }

  private void queries(Html html) {
    List<StoredQuery> queries = StoredQuery.all(content);
    if (queries.isEmpty()) {
      return;
    }
    html.element("h2", visit.word("home.questions")).open("ul", "class", "columns");
    queries.stream()
        .limit(QUERIES)
        .forEach(
            query -> {
              html.open("li").open("a", "href", visit.href("/query/" + query.name()));
              query.title(content, visit).write(html, visit);
              html.close().closeLine();
            });
    html.closeLine();
    html.open("p").link(visit.href("/queries"), visit.word("home.queries")).closeLine();
  }

  private void sources(Html html) {
    Map<String, Integer> facts = content.sources().facts();
    if (facts.isEmpty()) {
      return;
    }
    Writing writing = new Writing(content, visit, html);
    html.element("h2", visit.word("home.sources")).open("ul", "class", "columns");
    facts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SOURCES)
        .forEach(
            source -> {
              html.open("li");
              writing.thing(NodeFactory.createURI(source.getKey()));
              html.text(" ").element("small", Wording.number(source.getValue())).closeLine();
            });
    html.closeLine();
  }
}
