package org.w3id.scokg.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;

/** What a graph holds, in numbers. */
final class Numbers {

  private static final int CLASSES = 60;

  private final Content content;
  private final Visit visit;
  private final Figures figures;

  Numbers(Content content, Visit visit, Figures figures) {
    this.content = content;
    this.visit = visit;
    this.figures = figures;
  }

  /** Writes how much there is in all, and of each class. */
  void write(Html html) {
    html.element("h2", visit.word("numbers.title")).open("ul", "class", "numbers");
    row(html, figures.facts(), "numbers.facts");
    row(html, content.sources().facts().size(), "numbers.sources");
    row(html, content.names().size(), "numbers.entities");
    row(html, figures.statements(), "numbers.statements");
    row(html, figures.links(), "numbers.links");
    html.closeLine();
    classes(html);
  }

  private void row(Html html, long number, String key) {
    if (number > 0) {
      html.open("li").element("b", Wording.number(number)).text(" ");
      html.text(visit.word(key)).closeLine();
    }
  }

  private void classes(Html html) {
    List<Map.Entry<String, Integer>> classes =
        content.names().classes().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(OWL.Thing.getURI()))
            .sorted(
                Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(CLASSES)
            .toList();
    html.element("h3", visit.word("numbers.classes")).open("ul", "class", "classes");
    for (Map.Entry<String, Integer> entry : classes) {
      html.open("li");
      html.open("a", "href", visit.href("/search?type=" + Addresses.query(entry.getKey())));
      content.label(NodeFactory.createURI(entry.getKey()), visit).write(html, visit);
      html.close().text(" ").element("small", Wording.number(entry.getValue())).closeLine();
    }
    html.closeLine();
  }
}
