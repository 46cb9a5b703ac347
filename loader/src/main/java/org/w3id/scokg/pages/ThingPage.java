package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The page about an entity, a fact or a source: what it is called, all that is said of it, what
 * that rests on, and what leads to it.
 */
final class ThingPage {

  /** How many of a list are shown at once. */
  private static final int PAGE = 50;

  private final Content content;
  private final Visit visit;
  private final Node thing;
  private final List<Statement> statements;
  private final boolean isFact;

  ThingPage(Content content, Visit visit, Node thing) {
    this.content = content;
    this.visit = visit;
    this.thing = thing;
    this.statements = content.graphs().about(thing);
    this.isFact = content.graphs().isGraph(thing);
  }

  Answer answer(String document) {
    Label title = content.label(thing, visit);
    return new Layout(content)
        .page(visit, title, Optional.of(document), html -> write(html, title, document));
  }

  private void write(Html html, Label title, String document) {
    Writing writing = new Writing(content, visit, html);
    head(html, writing, title);
    String property = visit.parameter("property");
    if (!property.isEmpty()) {
      html.element("h2", visit.word("thing.statements"));
      oneProperty(html, writing, NodeFactory.createURI(property));
    } else if (visit.number("in") == 0) {
      statements(html, writing);
    }
    if (property.isEmpty()) {
      linksIn(html, writing);
    }
    writing.takeAway(document, thing.getURI());
  }

  private void head(Html html, Writing writing, Label title) {
    if (title.language().isEmpty() || title.language().equals(visit.wording().language())) {
      html.element("h1", title.text(), "dir", "auto");
    } else {
      html.element("h1", title.text(), "dir", "auto", "lang", title.language());
    }
    Set<String> types =
        values(RDF.type.asNode()).stream()
            .filter(Node::isURI)
            .map(Node::getURI)
            .collect(Collectors.toSet());
    html.open("p", "class", "types");
    for (String type : content.names().mostSpecific(types)) {
      writing.thing(NodeFactory.createURI(type));
      html.text(" ");
    }
    html.closeLine();
    otherNames(html, title);
    Labels.best(Labels.texts(statements, Terms.DESCRIPTIONS), visit.languages())
        .ifPresent(
            text -> {
              html.open("p", "class", "lead");
              text.write(html, visit);
              html.closeLine();
            });
    if (isFact) {
      content
          .evidence()
          .of(thing)
          .passages()
          .forEach(
              passage ->
                  passage
                      .quotation()
                      .ifPresent(words -> html.element("blockquote", words, "dir", "auto")));
    }
  }

  private void otherNames(Html html, Label title) {
    List<Node> properties = new ArrayList<>(Terms.NAMES);
    properties.addAll(Terms.OTHER_NAMES);
    List<Label> names =
        Labels.texts(statements, properties).stream()
            .filter(name -> !name.text().equals(title.text()))
            .distinct()
            .limit(12)
            .toList();
    if (!names.isEmpty()) {
      html.open("p", "class", "names").text(visit.word("thing.names")).text(" ");
      for (int i = 0; i < names.size(); i++) {
        html.text(i == 0 ? "" : " · ");
        names.get(i).write(html, visit);
      }
      html.closeLine();
    }
  }

  private List<Node> values(Node property) {
    return statements.stream()
        .filter(s -> s.property().equals(property))
        .map(Statement::value)
        .toList();
  }

  private void statements(Html html, Writing writing) {
    if (isFact) {
      stated(html, writing);
    }
    // What only says what the same thing is called elsewhere is shown by itself.
    List<Node> links = List.of(NodeFactory.createURI(content.site().graphSpace() + "links"));
    Map<Boolean, List<Statement>> byKind =
        statements.stream().collect(Collectors.partitioningBy(s -> s.graphs().equals(links)));
    List<Statement> said = byKind.getOrDefault(false, List.of());
    if (!said.isEmpty()) {
      html.element("h2", visit.word(isFact ? "thing.evidence" : "thing.statements"));
      list(html).write(withoutDoubles(said));
    }
    List<Statement> elsewhere = byKind.getOrDefault(true, List.of());
    if (!elsewhere.isEmpty()) {
      html.element("h2", visit.word("thing.elsewhere"));
      list(html).write(elsewhere);
    }
  }

  /** A label that is inferred from a preferred name says nothing new. */
  private List<Statement> withoutDoubles(List<Statement> all) {
    Set<Node> preferred = new HashSet<>(values(SKOS.prefLabel.asNode()));
    return all.stream()
        .filter(s -> !(s.property().equals(RDFS.label.asNode()) && preferred.contains(s.value())))
        .toList();
  }

  /** What the graph of a fact says. */
  private void stated(Html html, Writing writing) {
    html.element("h2", visit.word("thing.stated")).open("ul", "class", "stated");
    content.graphs().in(thing).stream()
        .limit(PAGE * 4L)
        .forEach(
            s -> {
              html.open("li");
              writing.thing(s.subject());
              html.text(" ").open("em");
              writing.thing(s.property());
              html.close().text(" ");
              writing.value(s.value());
              html.closeLine();
            });
    html.closeLine();
  }

  private StatementList list(Html html) {
    return new StatementList(content, visit, html, thing);
  }

  /** All values of one property, a part at a time. */
  private void oneProperty(Html html, Writing writing, Node property) {
    StatementList list = list(html);
    List<Statement> all =
        list.grouped(content.graphs().about(thing, property)).getOrDefault(property, List.of());
    int first = Math.min(visit.number("from"), all.size());
    html.open("p").link(visit.href(visit.path()), visit.word("thing.back")).closeLine();
    list.write(property, all.stream().skip(first).limit(PAGE).toList());
    writing.pager("from", first, PAGE, all.size() > first + PAGE);
  }

  private void linksIn(Html html, Writing writing) {
    int first = Math.min(visit.number("in"), Graphs.MOST);
    boolean isSource = thing.getURI().startsWith(content.site().base() + "source/");
    Node property = isSource ? Terms.DERIVED_FROM : Node.ANY;
    List<Statement> found = content.graphs().leadingTo(thing, property, first, PAGE + 1);
    if (found.isEmpty() && first == 0) {
      return;
    }
    html.element("h2", visit.word(isSource ? "thing.taken" : "thing.in"));
    html.open("ul", "class", "stated");
    found.stream().limit(PAGE).forEach(s -> linkIn(html, writing, s, isSource));
    html.closeLine();
    writing.pager("in", first, PAGE, found.size() > PAGE && first < Graphs.MOST);
  }

  private void linkIn(Html html, Writing writing, Statement statement, boolean isSource) {
    html.open("li");
    writing.thing(statement.subject());
    html.text(" ");
    if (isSource) {
      content
          .labels()
          .text(statement.subject(), Terms.DESCRIPTIONS, visit.languages())
          .ifPresent(text -> text.write(html, visit));
    } else {
      html.open("em");
      writing.thing(statement.property());
      html.close();
      writing.evidence(statement);
    }
    html.closeLine();
  }
}
