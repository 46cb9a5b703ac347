package org.w3id.scokg.pages;

import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Tells why something is not answered: a reader on a page, a program by RFC 9457. */
final class ProblemAnswer {

  private final Content content;
  private final Visit visit;

  ProblemAnswer(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
  }

  Answer of(Problem problem, boolean isReader) {
    return (isReader ? page(problem) : document(problem)).status(problem.status());
  }

  private Answer page(Problem problem) {
    String title = visit.word("problem." + (problem.status() == 404 ? "404" : "title"));
    return new Layout(content)
        .page(
            visit,
            new Label(title, ""),
            Optional.empty(),
            html -> {
              html.element("h1", title).element("p", problem.reason(), "dir", "auto");
              if (!problem.ways().isEmpty()) {
                html.element("h2", visit.word("search.meant")).open("ul");
                problem
                    .ways()
                    .forEach(
                        way ->
                            html.open("li")
                                .link(way.path(), way.label(), "dir", "auto")
                                .closeLine());
                html.closeLine();
              }
            });
  }

  private Answer document(Problem problem) {
    JsonObject document = new JsonObject();
    document.put("type", "about:blank");
    document.put("title", visit.word("problem." + (problem.status() == 404 ? "404" : "title")));
    document.put("status", problem.status());
    document.put("detail", Unturned.of(problem.reason()));
    if (!problem.ways().isEmpty()) {
      JsonArray ways = new JsonArray();
      problem.ways().forEach(way -> ways.add(visit.origin() + way.path()));
      document.put("nearby", ways);
    }
    return Answer.of("application/problem+json", JSON.toString(document) + "\n");
  }
}
