package org.w3id.scokg.pages;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.scokg.reconcile.Names.Found;
import org.w3id.scokg.text.TextIndex;

/** Finds things by their names and descriptions in any language, or lists those of a class. */
final class SearchPage {

  /** What this page may do besides: suggest names while one types. */
  private static final String SCRIPT = "; script-src 'self'; connect-src 'self'";

  private static final int PAGE = 25;
  private static final int LONGEST_TEXT = 200;

  /** How many descriptions are looked at. */
  private static final int DESCRIBED = 500;

  /** Where a class has more than that, its entities are not put in order by name. */
  private static final int SORTED = 5000;

  private final Content content;
  private final Visit visit;
  private final String text;
  private final String type;

  SearchPage(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
    this.text = text(visit);
    this.type = visit.parameter("type");
  }

  /**
   * What is looked for.
   *
   * @throws Problem if it is too long to be a name
   */
  static String text(Visit visit) {
    String text = visit.parameter("q").strip();
    if (text.length() > LONGEST_TEXT) {
      throw new Problem(400, visit.word("problem.long", LONGEST_TEXT));
    }
    return text;
  }

  Answer answer() {
    String title = text.isEmpty() ? visit.word("search.title") : visit.word("search.for", text);
    return new Layout(content)
        .page(
            visit,
            new Label(title, ""),
            Optional.empty(),
            html -> {
              write(html, title);
              // Who reads without scripts types the whole name.
              html.element("script", "", "src", content.assets().path("suggest.js"), "defer", "");
            })
        .header("Content-Security-Policy", OpenSite.POLICY + SCRIPT);
  }

  private void write(Html html, String title) {
    if (text.isEmpty() && !type.isEmpty()) {
      ofClass(html);
      return;
    }
    html.element("h1", title, "dir", "auto");
    if (text.isEmpty()) {
      html.element("p", visit.word("search.text"));
      return;
    }
    List<Node> named = nodes(content.names().search(text, visit.languages()));
    List<Node> found = withDescribed(named);
    if (found.isEmpty()) {
      html.element("p", visit.word("search.none"), "role", "status");
    } else {
      list(html, found);
    }
    if (named.isEmpty()) {
      similar(html);
    }
  }

  /** What is called so comes first, then what a description says so of. */
  private List<Node> withDescribed(List<Node> named) {
    Set<Node> all = new LinkedHashSet<>(named);
    TextIndex.of(content.graphs().dataset()).stream()
        .flatMap(index -> index.find(text, visit.languages(), DESCRIBED).stream())
        .map(NodeFactory::createURI)
        .filter(thing -> content.addresses().page(thing.getURI()).isPresent())
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static List<Node> nodes(List<Found> found) {
    return found.stream().map(Found::iri).map(NodeFactory::createURI).toList();
  }

  private void ofClass(Html html) {
    Node node = NodeFactory.createURI(type);
    html.open("h1");
    content.label(node, visit).write(html, visit);
    html.closeLine();
    content
        .labels()
        .text(node, Terms.DESCRIPTIONS, visit.languages())
        .ifPresent(
            meaning -> {
              html.open("p");
              meaning.write(html, visit);
              html.closeLine();
            });
    int count = content.names().classes().getOrDefault(type, 0);
    int first = Math.min(visit.number("from"), count);
    page(html, first, count, count > SORTED ? ofClass(first, PAGE) : byName(first));
  }

  private List<Node> ofClass(int from, int most) {
    return content.names().ofClass(type, from, most).stream().map(NodeFactory::createURI).toList();
  }

  private List<Node> byName(int from) {
    return ofClass(0, SORTED).stream()
        .sorted(Comparator.comparing(thing -> content.label(thing, visit).text()))
        .skip(from)
        .limit(PAGE)
        .toList();
  }

  /** What may have been meant. */
  private void similar(Html html) {
    List<Node> similar = nodes(content.names().similar(text));
    if (!similar.isEmpty()) {
      html.element("h2", visit.word("search.meant"));
      items(html, similar);
    }
  }

  private void list(Html html, List<Node> found) {
    int first = Math.min(visit.number("from"), found.size());
    int end = Math.min(first + PAGE, found.size());
    page(html, first, found.size(), found.subList(first, end));
  }

  /** Some of what was found, and how many there are. */
  private void page(Html html, int first, int count, List<Node> shown) {
    int end = first + shown.size();
    html.element(
        "p",
        visit.word(
            "search.found",
            Wording.number(Math.min(first + 1, end)),
            Wording.number(end),
            Wording.number(count)),
        "role",
        "status");
    items(html, shown);
    new Writing(content, visit, html).pager("from", first, PAGE, end < count);
  }

  private void items(Html html, List<Node> things) {
    Writing writing = new Writing(content, visit, html);
    html.open("ul", "class", "results");
    for (Node thing : things) {
      html.open("li");
      writing.thing(thing);
      otherNames(html, thing);
      content
          .labels()
          .text(thing, Terms.DESCRIPTIONS, visit.languages())
          .ifPresent(
              meaning -> {
                html.open("p");
                meaning.write(html, visit);
                html.close();
              });
      html.closeLine();
    }
    html.closeLine();
  }

  /** The names in other languages, by which it may have been found. */
  private void otherNames(Html html, Node thing) {
    Label shown = content.label(thing, visit);
    content.labels().texts(thing, Terms.NAMES).stream()
        .filter(name -> !name.text().equals(shown.text()))
        .distinct()
        .limit(4)
        .forEach(
            name -> {
              html.text(" · ").open("small");
              name.write(html, visit);
              html.close();
            });
  }
}
