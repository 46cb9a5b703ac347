package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Writes statements about a thing by property, each with what it rests on. */
final class StatementList {

  /** How many values of one property are shown beside the others. */
  private static final int VALUES = 25;

  /** How deep the parts of a thing are shown that have parts in turn. */
  private static final int DEPTH = 3;

  private final Content content;
  private final Visit visit;
  private final Html html;
  private final Node thing;
  private final Writing writing;

  StatementList(Content content, Visit visit, Html html, Node thing) {
    this.content = content;
    this.visit = visit;
    this.html = html;
    this.thing = thing;
    this.writing = new Writing(content, visit, html);
  }

  /** Writes all properties; of one that has many values, the first of them. */
  void write(List<Statement> all) {
    write(all, DEPTH);
  }

  private void write(List<Statement> all, int depth) {
    html.open("dl");
    for (Map.Entry<Node, List<Statement>> group : grouped(all).entrySet()) {
      html.open("dt");
      writing.thing(group.getKey());
      html.closeLine();
      List<Statement> values = group.getValue();
      values.stream().limit(VALUES).forEach(statement -> value(statement, depth));
      if (values.size() > VALUES) {
        html.open("dd", "class", "more");
        html.link(
            visit.here("property", group.getKey().getURI()),
            visit.word("thing.all", Wording.number(values.size())));
        html.closeLine();
      }
    }
    html.closeLine();
  }

  /** Writes some of the values of one property. */
  void write(Node property, List<Statement> values) {
    html.open("dl").open("dt");
    writing.thing(property);
    html.closeLine();
    values.forEach(statement -> value(statement, DEPTH));
    html.closeLine();
  }

  private void value(Statement statement, int depth) {
    html.open("dd");
    if (isPart(statement.value()) && depth > 1) {
      write(content.graphs().about(statement.value()), depth - 1);
    } else {
      writing.value(statement.value());
      writing.evidence(statement);
    }
    html.closeLine();
  }

  /** Whether a node is described with the thing and nowhere else. */
  private boolean isPart(Node value) {
    return value.isBlank() || (value.isURI() && value.getURI().startsWith(thing.getURI() + "#"));
  }

  /** The statements by property: the project's own properties first, the names last. */
  Map<Node, List<Statement>> grouped(List<Statement> all) {
    record Sorted(Statement statement, int rank, String property, String value) {}
    Map<Node, List<Statement>> groups = new LinkedHashMap<>();
    all.stream()
        .map(
            s ->
                new Sorted(
                    s,
                    rank(s.property()),
                    content.label(s.property(), visit).text() + s.property().getURI(),
                    order(s.value())))
        .sorted(
            Comparator.comparingInt(Sorted::rank)
                .thenComparing(Sorted::property)
                .thenComparing(Sorted::value))
        .map(Sorted::statement)
        .forEach(s -> groups.computeIfAbsent(s.property(), p -> new ArrayList<>()).add(s));
    return groups;
  }

  private int rank(Node property) {
    if (property.equals(RDF.type.asNode())
        || Terms.NAMES.contains(property)
        || Terms.OTHER_NAMES.contains(property)) {
      return 2;
    }
    return property.getURI().startsWith(content.site().termSpace()) ? 0 : 1;
  }

  /** Texts in the reader's language come first, things in the order of their names. */
  private String order(Node value) {
    if (!value.isLiteral()) {
      return content.label(value, visit).text();
    }
    int language = visit.languages().indexOf(value.getLiteralLanguage());
    return (language < 0 ? "9" : String.valueOf(language)) + value.getLiteralLexicalForm();
  }
}
