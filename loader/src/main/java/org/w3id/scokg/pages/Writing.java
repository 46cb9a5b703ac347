package org.w3id.scokg.pages;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.w3id.scokg.pages.Evidence.Fact;
import org.w3id.scokg.pages.Evidence.Passage;

/** Writes the things that a graph is made of onto a page. */
final class Writing {

  private static final int LONGEST_VALUE = 1500;
  private static final int LONGEST_QUOTATION = 400;

  private final Content content;
  private final Visit visit;
  private final Html html;

  Writing(Content content, Visit visit, Html html) {
    this.content = content;
    this.visit = visit;
    this.html = html;
  }

  /** A name of a thing, which leads to where it is shown. */
  void thing(Node thing) {
    Optional<String> address = content.address(thing, visit);
    if (address.isPresent()) {
      html.open("a", "href", address.get());
      content.label(thing, visit).write(html, visit);
      html.close();
    } else if (isOnTheWeb(thing)) {
      elsewhere(thing);
    } else {
      content.label(thing, visit).write(html, visit);
    }
  }

  private static boolean isOnTheWeb(Node thing) {
    return thing.isURI()
        && (thing.getURI().startsWith("https://") || thing.getURI().startsWith("http://"));
  }

  /** A link out of the site. */
  private void elsewhere(Node thing) {
    html.open("a", "href", thing.getURI(), "rel", "external nofollow");
    content.label(thing, visit).write(html, visit);
    html.close();
  }

  /** A value of a statement. */
  void value(Node value) {
    if (!value.isLiteral()) {
      thing(value);
      return;
    }
    Label text =
        new Label(value.getLiteralLexicalForm(), value.getLiteralLanguage()).cut(LONGEST_VALUE);
    text.write(html, visit);
    String type = value.getLiteralDatatypeURI();
    if (!text.language().isEmpty()) {
      html.text(" ").element("small", text.language());
    } else if (!type.equals(XSD.xstring.getURI())
        && !type.startsWith(XSD.NS)
        && !type.equals(RDF.langString.getURI())) {
      html.text(" ").element("small", content.site().shorten(type));
    }
  }

  /** What a statement rests on. */
  void evidence(Statement statement) {
    for (Node graph : statement.graphs()) {
      Optional<String> own = own(graph);
      if (own.isPresent() && own.get().isEmpty()) {
        continue;
      }
      html.text(" ").open("span", "class", "evidence");
      if (own.isPresent()) {
        html.text(own.get());
      } else {
        fact(content.evidence().of(graph));
      }
      html.close();
    }
  }

  /** What is told of one of the project's own graphs; nothing of those that hold no statements. */
  private Optional<String> own(Node graph) {
    if (content.evidence().isFact(graph)) {
      return Optional.empty();
    }
    String name = graph.getURI().substring(content.site().graphSpace().length());
    return Optional.of(
        switch (name) {
          case "inferred" -> visit.word("evidence.inferred");
          case "links" -> visit.word("evidence.links");
          default -> "";
        });
  }

  private void fact(Fact fact) {
    String iri = fact.iri().getURI();
    html.link(
        content.address(fact.iri(), visit).orElse(iri), iri.substring(iri.lastIndexOf('/') + 1));
    for (Node source : fact.sources()) {
      html.text(" · ");
      content.label(source, visit).cut(60).write(html, visit);
    }
    fact.passages().forEach(this::place);
    for (Node remark : fact.remarks()) {
      html.text(" · ");
      content.label(remark, visit).write(html, visit);
    }
    fact.passages().forEach(passage -> passage.quotation().ifPresent(this::quotation));
  }

  /** Where in a source a passage is. */
  void place(Passage passage) {
    if (passage.start().isPresent() && passage.end().isPresent()) {
      html.text(" · ")
          .text(visit.word("evidence.characters", passage.start().get(), passage.end().get()));
    } else if (!passage.fragment().isEmpty()) {
      html.text(" · ").text(passage.fragment());
    }
  }

  /** The words of a source. */
  void quotation(String words) {
    html.text(" ").open("q", "dir", "auto");
    html.text(new Label(words, "").cut(LONGEST_QUOTATION).text()).close();
  }

  /** A link to what comes before and after a part of a list. */
  void pager(String parameter, int first, int shown, boolean isMore) {
    if (first == 0 && !isMore) {
      return;
    }
    html.open("p", "class", "pager");
    if (first > 0) {
      int previous = Math.max(0, first - shown);
      html.link(
          visit.here(parameter, previous == 0 ? "" : String.valueOf(previous)),
          visit.word("pager.previous"),
          "rel",
          "prev");
      html.text(" ");
    }
    if (isMore) {
      html.link(
          visit.here(parameter, String.valueOf(first + shown)),
          visit.word("pager.next"),
          "rel",
          "next");
    }
    html.close();
  }

  /** The ways to take a document away. */
  void takeAway(String document, String iri) {
    html.element("h2", visit.word("take.title")).open("p");
    for (Representation form : Representation.RDF) {
      html.link(
          document + "." + form.extension(),
          visit.word("form." + form.extension()),
          "type",
          form.mediaType());
      html.text(" ");
    }
    if (document.startsWith("/data/")) {
      html.link(document + ".json", "JSON", "type", Representation.JSON.mediaType());
    }
    html.close();
    html.open("p").text(visit.word("take.identifier")).text(" ").element("code", iri).close();
    html.open("pre")
        .element("code", "curl -L -H 'Accept: text/turtle' '" + visit.origin() + document + ".ttl'")
        .close();
  }
}
