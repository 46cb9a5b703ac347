package org.w3id.scokg.pages;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.w3id.scokg.reconcile.Names.Completion;

/**
 * Names for what is being typed, as browsers ask for them (OpenSearch Suggestions 1.1), and what
 * tells a browser how to search here (OpenSearch 1.1).
 */
final class SearchSuggestions {

  /** How many are suggested at once. */
  private static final int MOST = 10;

  private static final int LONGEST_NAME = 100;

  private final Content content;
  private final Visit visit;

  SearchSuggestions(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
  }

  /** What was typed, and names with what they are and where they are shown. */
  Answer answer() {
    String text = SearchPage.text(visit);
    JsonArray names = new JsonArray();
    JsonArray kinds = new JsonArray();
    JsonArray addresses = new JsonArray();
    List<Completion> found =
        text.isEmpty() ? List.of() : content.names().complete(text, visit.languages(), MOST);
    for (Completion completion : found) {
      names.add(shown(completion.name()));
      kinds.add(shown(String.join(", ", completion.types())));
      addresses.add(
          content
              .addresses()
              .page(completion.iri())
              .map(path -> visit.origin() + visit.href(path))
              .orElse(completion.iri()));
    }
    JsonArray answer = new JsonArray();
    answer.add(text);
    answer.add(names);
    answer.add(kinds);
    answer.add(addresses);
    return Answer.of("application/x-suggestions+json", JSON.toStringFlat(answer) + "\n");
  }

  private static String shown(String text) {
    return Unturned.of(new Label(text, "").cut(LONGEST_NAME).text());
  }

  /** The description of the search. */
  Answer description() {
    String title = content.title(visit).cut(16).text();
    Xml xml = new Xml();
    xml.open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
    xml.element("ShortName", title);
    xml.element("Description", visit.word("search.label"));
    xml.element("InputEncoding", "UTF-8").element("OutputEncoding", "UTF-8");
    xml.open("Image", "width", "16", "height", "16", "type", "image/svg+xml")
        .text(visit.origin() + content.assets().path("icon.svg"))
        .close();
    template(xml, "text/html", "/search");
    template(xml, "application/x-suggestions+json", "/suggest");
    xml.open("Url", "type", "application/opensearchdescription+xml", "rel", "self");
    return Answer.of("application/opensearchdescription+xml", xml.toString());
  }

  private void template(Xml xml, String type, String path) {
    String address = visit.origin() + visit.href(path);
    String sign = address.indexOf('?') < 0 ? "?" : "&";
    xml.open("Url", "type", type, "template", address + sign + "q={searchTerms}").close();
  }
}
