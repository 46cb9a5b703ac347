package org.w3id.scokg.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.scokg.draw.View;

/** What all pages have in common: their head, the ways through the site, and their foot. */
final class Layout {

  private final Content content;

  Layout(Content content) {
    this.content = content;
  }

  /**
   * A page.
   *
   * @param title what it is about
   * @param document the path of the same as data, without an extension, if there is such a thing
   * @param body writes what is on it, from its heading on
   */
  Answer page(Visit visit, Label title, Optional<String> document, Consumer<Html> body) {
    Html html = new Html();
    html.open("html", "lang", visit.wording().language());
    head(html, visit, title, document);
    html.open("body");
    html.link("#main", visit.word("skip"), "class", "skip").text("\n");
    header(html, visit);
    html.open("main", "id", "main").text("\n");
    body.accept(html);
    html.closeLine();
    footer(html, visit);
    html.close().closeLine();
    Answer answer = Answer.of("text/html", html.toString());
    return document.map(path -> answer.header("Link", links(path))).orElse(answer);
  }

  /** What tells programs where the same is as data. */
  static String links(String document) {
    StringBuilder links = new StringBuilder();
    for (Representation form : Representation.RDF) {
      links.append(links.length() == 0 ? "<" : ", <").append(document).append('.');
      links.append(form.extension()).append(">; rel=\"alternate\"; type=\"");
      links.append(form.mediaType()).append('"');
    }
    return links.toString();
  }

  private void head(Html html, Visit visit, Label title, Optional<String> document) {
    Label site = content.title(visit);
    String name =
        title.text().equals(site.text()) ? site.text() : title.text() + " – " + site.text();
    html.open("head").text("\n").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", name).text("\n");
    html.open("link", "rel", "stylesheet", "href", content.assets().path("site.css"));
    html.open(
        "link", "rel", "icon", "type", "image/svg+xml", "href", content.assets().path("icon.svg"));
    html.open(
        "link",
        "rel",
        "search",
        "type",
        "application/opensearchdescription+xml",
        "href",
        "/opensearch.xml",
        "title",
        site.text());
    html.open(
        "link",
        "rel",
        "alternate",
        "type",
        "application/atom+xml",
        "href",
        "/feed.atom",
        "title",
        visit.word("feed.title"));
    document.ifPresent(
        path ->
            Representation.RDF.forEach(
                form ->
                    html.open(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        form.mediaType(),
                        "href",
                        path + "." + form.extension())));
    html.closeLine();
  }

  private void header(Html html, Visit visit) {
    html.open("header");
    html.open("a", "href", visit.href("/"), "class", "site");
    content.title(visit).write(html, visit);
    html.close().text("\n");
    search(html, visit);
    html.open("nav", "aria-label", visit.word("nav.label"));
    for (View view : content.views().all(content)) {
      boolean isHere = visit.path().equals(view.path());
      String[] current = isHere ? new String[] {"aria-current", "page"} : new String[0];
      html.link(visit.href(view.path()), visit.word("see." + view.title()), current).text("\n");
    }
    for (String path : List.of("queries", "ontology", "dataset", "dumps/", "cite")) {
      String target = "/" + path;
      String key = "nav." + path.replace("/", "");
      if (visit.path().equals(target)) {
        html.link(visit.href(target), visit.word(key), "aria-current", "page");
      } else {
        html.link(visit.href(target), visit.word(key));
      }
      html.text("\n");
    }
    String endpoint = content.site().endpoint();
    if (visit.path().equals(endpoint)) {
      html.link(visit.href(endpoint), "SPARQL", "aria-current", "page").close();
    } else {
      html.link(visit.href(endpoint), "SPARQL").close();
    }
    languages(html, visit);
    html.closeLine();
  }

  /** A field to look for something in. */
  private void search(Html html, Visit visit) {
    html.open("form", "role", "search", "action", "/search");
    html.open(
        "input",
        "type",
        "search",
        "name",
        "q",
        "maxlength",
        "200",
        "required",
        "",
        "aria-label",
        visit.word("search.label"),
        "value",
        visit.path().equals("/search") ? visit.parameter("q") : "");
    visit.chosen().ifPresent(l -> html.open("input", "type", "hidden", "name", "lang", "value", l));
    html.element("button", visit.word("search.button")).closeLine();
  }

  private void languages(Html html, Visit visit) {
    if (content.site().languages().size() < 2) {
      return;
    }
    html.open("nav", "aria-label", visit.word("nav.languages"), "class", "languages");
    for (String language : content.site().languages()) {
      Locale locale = Locale.forLanguageTag(language);
      String name = locale.getDisplayLanguage(locale);
      if (language.equals(visit.languages().get(0))) {
        html.link(
            visit.here("lang", language),
            name,
            "lang",
            language,
            "hreflang",
            language,
            "aria-current",
            "true");
      } else {
        html.link(visit.here("lang", language), name, "lang", language, "hreflang", language);
      }
      html.text("\n");
    }
    html.close();
  }

  private void footer(Html html, Visit visit) {
    html.open("footer").open("p");
    html.text(visit.word("footer.build", content.site().buildId())).text(" ");
    html.link(visit.href("/dataset"), visit.word("footer.licence")).text(" ");
    html.link("/context.jsonld", "JSON-LD context");
    html.close().close();
  }
}
