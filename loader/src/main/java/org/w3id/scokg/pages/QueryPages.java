package org.w3id.scokg.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.w3id.scokg.diagnostic.Suggestion;

/** The pages on the questions that come with a graph. Safe for use by many threads. */
final class QueryPages {

  private static final int LONGEST_CELL = 300;

  private final Content content;

  /** A graph that does not change answers a question always the same. */
  private final Map<String, QueryResult> results = new ConcurrentHashMap<>();

  QueryPages(Content content) {
    this.content = content;
  }

  /** All questions. */
  Answer list(Visit visit) {
    Label title = new Label(visit.word("queries.title"), "");
    return new Layout(content)
        .page(
            visit,
            title,
            Optional.empty(),
            html -> {
              html.element("h1", title.text()).element("p", visit.word("queries.text"));
              html.open("dl");
              for (StoredQuery query : StoredQuery.all(content)) {
                html.open("dt").open("a", "href", visit.href("/query/" + query.name()));
                query.title(content, visit).write(html, visit);
                html.close().closeLine().open("dd");
                query.description(content, visit).ifPresent(text -> text.write(html, visit));
                html.closeLine();
              }
              html.closeLine();
            });
  }

  /** One question with its answer. */
  Answer one(String name, Visit visit) {
    StoredQuery query =
        StoredQuery.named(Addresses.decode(name), content).orElseThrow(() -> unknown(name, visit));
    Label title = query.title(content, visit);
    return new Layout(content)
        .page(visit, title, Optional.empty(), html -> write(html, visit, query, title));
  }

  private Problem unknown(String name, Visit visit) {
    List<String> known = StoredQuery.all(content).stream().map(StoredQuery::name).toList();
    return new Problem(
        404,
        visit.word("problem.query", Addresses.decode(name)),
        Suggestion.nearest(name, known)
            .map(near -> List.of(new Problem.Way(visit.href("/query/" + near), near)))
            .orElse(List.of(new Problem.Way(visit.href("/queries"), visit.word("nav.queries")))));
  }

  private void write(Html html, Visit visit, StoredQuery query, Label title) {
    html.open("h1");
    title.write(html, visit);
    html.closeLine();
    query
        .description(content, visit)
        .ifPresent(
            text -> {
              html.open("p", "class", "lead");
              text.write(html, visit);
              html.closeLine();
            });
    html.element("h2", visit.word("query.answer"));
    if (query.target().isPresent()) {
      html.element("p", visit.word("query.elsewhere", query.target().get()));
    } else {
      answer(html, visit, query);
    }
    html.element("h2", "SPARQL").open("pre").element("code", query.text()).closeLine();
    html.element("h2", visit.word("query.command"));
    String endpoint = query.target().orElse(visit.origin() + content.site().endpoint());
    new CommandLines(html, endpoint).write(query.text());
    if (query.target().isEmpty()) {
      String editor = Visit.with(content.site().endpoint(), "example", query.name());
      html.open("p").link(visit.href(editor), visit.word("query.editor")).closeLine();
    }
  }

  private void answer(Html html, Visit visit, StoredQuery query) {
    try {
      QueryResult result = results.get(query.name());
      if (result == null) {
        result = QueryResult.of(query, content);
        results.put(query.name(), result);
      }
      show(html, visit, query, result);
    } catch (QueryDeniedException e) {
      html.element("p", visit.word("query.service"));
    } catch (QueryException e) {
      html.element("p", visit.word("query.failed"));
    }
  }

  private void show(Html html, Visit visit, StoredQuery query, QueryResult result) {
    if (result.columns().isEmpty()) {
      html.open("pre").element("code", result.text()).closeLine();
    } else {
      table(html, visit, result);
    }
    String whole =
        content.site().endpoint()
            + "?query="
            + Addresses.query(query.text())
            + (result.columns().isEmpty() ? "&format=text" : "&format=csv");
    html.open("p");
    if (result.isMore()) {
      html.text(visit.word("query.more", QueryResult.MOST)).text(" ");
    }
    html.link(whole, visit.word(result.columns().isEmpty() ? "query.whole" : "query.csv"));
    html.closeLine();
  }

  private void table(Html html, Visit visit, QueryResult result) {
    Writing writing = new Writing(content, visit, html);
    // A region that can be scrolled must be within reach of the keyboard.
    html.open(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-label",
        visit.word("query.answer"));
    html.open("table").open("thead").open("tr");
    result
        .columns()
        .forEach(column -> html.element("th", column.replace('_', ' '), "scope", "col"));
    html.close().close().text("\n").open("tbody");
    for (List<Optional<Node>> row : result.rows()) {
      html.open("tr");
      for (Optional<Node> cell : row) {
        html.open("td");
        cell.ifPresent(node -> cell(html, visit, writing, node));
        html.close();
      }
      html.closeLine();
    }
    html.close().close().closeLine();
  }

  private void cell(Html html, Visit visit, Writing writing, Node node) {
    if (node.isLiteral()) {
      new Label(node.getLiteralLexicalForm(), node.getLiteralLanguage())
          .cut(LONGEST_CELL)
          .write(html, visit);
    } else {
      writing.thing(node);
    }
  }
}
