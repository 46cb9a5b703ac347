package org.w3id.scokg.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.scokg.reconcile.Names.Found;

/** Finds entities by their names in any language, or lists those of a class. */
final class SearchPage {

  private static final int PAGE = 25;
  private static final int LONGEST_TEXT = 200;

  /** Where a class has more than that, its entities are not put in order by name. */
  private static final int SORTED = 5000;

  private final Content content;
  private final Visit visit;
  private final String text;
  private final String type;

  SearchPage(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
    this.text = visit.parameter("q").strip();
    this.type = visit.parameter("type");
    if (text.length() > LONGEST_TEXT) {
      throw new Problem(400, visit.word("problem.long", LONGEST_TEXT));
    }
  }

  Answer answer() {
    String title = text.isEmpty() ? visit.word("search.title") : visit.word("search.for", text);
    return new Layout(content)
        .page(visit, new Label(title, ""), Optional.empty(), html -> write(html, title));
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
    List<Node> found = nodes(content.names().search(text, visit.languages()));
    if (found.isEmpty()) {
      similar(html);
    } else {
      list(html, found);
    }
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
    List<Node> all = content.names().ofClass(type).stream().map(NodeFactory::createURI).toList();
    list(
        html,
        all.size() > SORTED
            ? all
            : all.stream()
                .sorted(Comparator.comparing(thing -> content.label(thing, visit).text()))
                .toList());
  }

  /** What may have been meant. */
  private void similar(Html html) {
    List<Node> similar = nodes(content.names().similar(text));
    html.element("p", visit.word("search.none"), "role", "status");
    if (!similar.isEmpty()) {
      html.element("h2", visit.word("search.meant"));
      items(html, similar);
    }
  }

  private void list(Html html, List<Node> found) {
    int first = Math.min(visit.number("from"), found.size());
    int end = Math.min(first + PAGE, found.size());
    html.element(
        "p",
        visit.word(
            "search.found",
            Wording.number(Math.min(first + 1, end)),
            Wording.number(end),
            Wording.number(found.size())),
        "role",
        "status");
    items(html, found.subList(first, end));
    new Writing(content, visit, html).pager("from", first, PAGE, end < found.size());
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
