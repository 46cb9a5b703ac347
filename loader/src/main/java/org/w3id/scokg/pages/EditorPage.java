package org.w3id.scokg.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The endpoint as browsers get it: a form that asks by the protocol, which a script makes an editor
 * with completion, tables, charts and maps.
 */
final class EditorPage {

  /**
   * What this page may do, and no other: run our scripts and ask our endpoint. None may come from
   * elsewhere or stand in the page, and none is made of text.
   */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What is asked where nothing else is: it says what there is, and makes a good chart. */
  private static final String FIRST =
      """
      SELECT ?class (COUNT(?thing) AS ?things)
      WHERE { ?thing a ?class }
      GROUP BY ?class
      ORDER BY DESC(?things)
      LIMIT 20""";

  private static final List<String> FORMATS = List.of("text", "csv", "tsv", "json", "xml");

  private static final Set<String> WORDS =
      Set.of(
          "chart",
          "chart.label",
          "chart.value",
          "copied",
          "copy",
          "download",
          "editor",
          "failed",
          "filter",
          "first",
          "graph",
          "line",
          "map",
          "more",
          "no",
          "none",
          "places",
          "running",
          "rows",
          "stop",
          "stopped",
          "table",
          "unreachable",
          "yes");

  private final Content content;
  private final Visit visit;
  private final Assets files;

  EditorPage(Content content, Visit visit, Assets files) {
    this.content = content;
    this.visit = visit;
    this.files = files;
  }

  /**
   * The page.
   *
   * @throws Problem if an example is asked for that there is not
   */
  Answer answer() {
    List<StoredQuery> examples =
        StoredQuery.all(content).stream().filter(query -> query.target().isEmpty()).toList();
    String query = query(examples);
    return new Layout(content)
        .page(
            visit,
            new Label(visit.word("ask.title"), ""),
            Optional.empty(),
            html -> write(html, examples, query))
        .header("Content-Security-Policy", POLICY);
  }

  private String query(List<StoredQuery> examples) {
    String name = visit.parameter("example");
    if (name.isEmpty()) {
      return visit.parameter("query").isBlank() ? FIRST : visit.parameter("query");
    }
    return examples.stream()
        .filter(example -> example.name().equals(name))
        .map(StoredQuery::text)
        .findFirst()
        .orElseThrow(() -> new Problem(404, visit.word("problem.query", name)));
  }

  private void write(Html html, List<StoredQuery> examples, String query) {
    html.open("link", "rel", "stylesheet", "href", files.path(EditorFiles.EDITOR_STYLE));
    html.open("link", "rel", "stylesheet", "href", files.path(EditorFiles.STYLE)).text("\n");
    html.element("h1", visit.word("ask.title")).element("p", visit.word("ask.text"));
    examples(html, examples);
    form(html, query);
    answer(html);
    elsewhere(html, query);
    html.open("p", "class", "notice").text(visit.word("ask.notice")).text(" ");
    html.link(files.path(EditorFiles.NOTICE), "Yasqe 4.5.0 (MIT)").closeLine();
    html.open("script", "src", files.path(EditorFiles.EDITOR), "defer", "").closeLine();
    html.open("script", "src", files.path(EditorFiles.SCRIPT), "defer", "").closeLine();
  }

  private void examples(Html html, List<StoredQuery> examples) {
    if (examples.isEmpty()) {
      return;
    }
    html.open("details", "id", "examples");
    html.element("summary", visit.word("ask.examples", examples.size())).open("ul");
    for (StoredQuery example : examples) {
      String address = Visit.with(endpoint(), "example", example.name());
      html.open("li").open("a", "href", visit.href(address));
      example.title(content, visit).write(html, visit);
      html.close().closeLine();
    }
    html.close().closeLine();
  }

  private String endpoint() {
    return content.site().endpoint();
  }

  private void form(Html html, String query) {
    boolean isGiven = !visit.parameter("query").isBlank() || !visit.parameter("example").isEmpty();
    html.open(
        "form",
        "id",
        "ask",
        "class",
        "ask",
        "action",
        endpoint(),
        "data-run",
        String.valueOf(isGiven),
        "data-base",
        content.site().base(),
        "data-terms",
        visit.href("/terms.json"),
        "data-language",
        visit.chosen().orElse(""),
        "data-words",
        words());
    html.element("label", visit.word("ask.query"), "for", "query");
    html.element(
        "textarea",
        query,
        "id",
        "query",
        "name",
        "query",
        "rows",
        "14",
        "spellcheck",
        "false",
        "autocapitalize",
        "off",
        "required",
        "");
    html.text("\n").open("div", "class", "bar");
    html.element("button", visit.word("ask.run"), "id", "run");
    html.open("label", "id", "format").text(visit.word("ask.format")).text(" ");
    html.open("select", "name", "format");
    for (String format : FORMATS) {
      html.element("option", visit.word("ask.format." + format), "value", format);
    }
    html.close().close();
    html.element("span", visit.word("ask.keys"), "id", "keys", "hidden", "");
    html.close().closeLine();
  }

  /** The words that the script needs, in which it puts values where {@code %s} stands. */
  private String words() {
    JsonObject words = new JsonObject();
    WORDS.stream().sorted().forEach(key -> words.put(key, visit.word("ask." + key)));
    return JSON.toStringFlat(words);
  }

  /** Where the script shows what is found. */
  private void answer(Html html) {
    html.open("section", "id", "answer", "hidden", "", "aria-labelledby", "answer-title");
    html.element("h2", visit.word("ask.answer"), "id", "answer-title");
    html.open("p", "id", "status", "role", "status").close();
    html.open("div", "id", "views", "class", "views").close();
    html.open("div", "id", "result").close().closeLine();
  }

  private void elsewhere(Html html, String query) {
    html.open("section", "id", "elsewhere");
    html.element("h2", visit.word("ask.elsewhere"));
    html.open("p").text(visit.word("ask.link")).text(" ");
    String link = endpoint() + "?query=" + Addresses.query(query);
    html.link(visit.href(link), visit.origin() + endpoint() + "?query=…", "id", "link");
    html.closeLine();
    new CommandLines(html, visit.origin() + endpoint()).write(query);
    html.closeLine();
  }
}
