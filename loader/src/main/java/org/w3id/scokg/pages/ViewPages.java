package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.w3id.scokg.draw.View;

/**
 * The pages that draw what questions are answered with. A graph does not change, so each question
 * is asked once, and what was drawn last is kept. Safe for use by many threads.
 */
final class ViewPages {

  /** How many pictures are kept. */
  private static final int KEPT = 64;

  private static final String SCRIPTED = OpenSite.POLICY + "; script-src 'self'";

  private final Content content;
  private final DrawnAnswers answers;
  private final Map<String, Object> pictures =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
          return size() > KEPT;
        }
      };

  ViewPages(Content content) {
    this.content = content;
    this.answers = new DrawnAnswers(content, System::nanoTime);
  }

  /**
   * Draws.
   *
   * @param path that of the view
   * @throws Problem if the project has no question that is drawn so
   */
  Answer answer(String path, Visit visit) {
    View view =
        Stream.of(View.values()).filter(v -> v.path().equals(path)).findFirst().orElseThrow();
    List<StoredQuery> queries = content.views().of(view, content);
    if (queries.isEmpty()) {
      throw new Problem(
          404,
          visit.word("problem.view", view.title()),
          List.of(new Problem.Way(visit.href("/queries"), visit.word("nav.queries"))));
    }
    Drawing drawing = new Drawing(content, visit, this, rows(queries));
    Drawing.Body body =
        switch (view) {
          case MAP -> new MapPage(drawing);
          case TIMELINE -> new TimelinePage(drawing);
          case NETWORK -> new NetworkPage(drawing);
          case CHART -> new ChartPage(drawing);
        };
    Label title = new Label(visit.word("see." + view.title()), "");
    Answer answer =
        new Layout(content)
            .page(visit, title, Optional.empty(), html -> write(html, visit, view, body));
    if (view == View.MAP) {
      answer = answer.header("Content-Security-Policy", SCRIPTED);
    }
    // A question that took too long may not the next time.
    return drawing.rows().failed().isEmpty() ? answer : answer.header("Cache-Control", "no-store");
  }

  private void write(Html html, Visit visit, View view, Drawing.Body body) {
    html.open("link", "rel", "stylesheet", "href", content.assets().path("drawings.css"));
    html.element("h1", visit.word("see." + view.title())).text("\n");
    html.element("p", visit.word("see." + view.title() + ".text"), "class", "lead").text("\n");
    body.write(html);
    html.element("h2", visit.word("see.table")).open("ul");
    for (StoredQuery query : content.views().of(view, content)) {
      html.open("li").open("a", "href", visit.href("/query/" + query.name()));
      query.title(content, visit).write(html, visit);
      html.close().text(" ");
      html.link(csv(query), "CSV", "type", "text/csv").closeLine();
    }
    html.closeLine();
  }

  private String csv(StoredQuery query) {
    return content.site().endpoint() + "?query=" + Addresses.query(query.text()) + "&format=csv";
  }

  /** What the questions are answered with; which of them were not is told, too. */
  private Drawing.Rows rows(List<StoredQuery> queries) {
    List<Row> rows = new ArrayList<>();
    Map<StoredQuery, DrawnAnswer> cut = new LinkedHashMap<>();
    List<StoredQuery> failed = new ArrayList<>();
    for (StoredQuery query : queries) {
      Optional<DrawnAnswer> answer = answers.of(query);
      if (answer.isEmpty()) {
        failed.add(query);
      } else {
        rows.addAll(answer.get().rows());
        if (answer.get().isMore()) {
          cut.put(query, answer.get());
        }
      }
    }
    return new Drawing.Rows(rows, cut, failed);
  }

  /** What was drawn under a key, or what is drawn now and kept. */
  <T> T kept(Class<T> type, String key, Supplier<T> drawn) {
    synchronized (pictures) {
      Object known = pictures.get(key);
      if (type.isInstance(known)) {
        return type.cast(known);
      }
    }
    // Not while others wait: two may draw the same, which is the same.
    T made = drawn.get();
    synchronized (pictures) {
      pictures.put(key, made);
    }
    return made;
  }
}
