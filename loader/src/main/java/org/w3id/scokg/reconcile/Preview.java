package org.w3id.scokg.reconcile;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Shows an entity, a class or a property in a small frame, without a script (§5 and §6.4 of the
 * specification). It is used within a read transaction.
 */
final class Preview {

  /** The width of the frame that the page is made for, in pixels. */
  static final int WIDTH = 420;

  /** The height of that frame, in pixels. */
  static final int HEIGHT = 240;

  private static final int PROPERTIES = 8;
  private static final int VALUES = 4;
  private static final int LONGEST_VALUE = 160;

  private static final String STYLE =
      "body{font:13px/1.4 system-ui,sans-serif;margin:8px;color-scheme:light dark}"
          + "h1{font-size:15px;margin:0}p{margin:2px 0 6px;opacity:.75}"
          + "dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 10px;margin:0}"
          + "dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}";

  /** What the page may do: show itself, in its own style, in a frame of any site. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors *";

  private static final Set<String> SHOWN_ABOVE =
      Set.of(RDF.type.getURI(), RDFS.label.getURI(), SKOS.prefLabel.getURI());

  private final Catalog catalog;
  private final PropertyValues values;
  private final Properties properties;
  private final Vocabulary vocabulary;
  private final List<String> languages;

  Preview(
      Catalog catalog,
      PropertyValues values,
      Properties properties,
      Vocabulary vocabulary,
      List<String> languages) {
    this.catalog = catalog;
    this.values = values;
    this.properties = properties;
    this.vocabulary = vocabulary;
    this.languages = languages;
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }

  /** A page that shows an entity. */
  String page(Entity entity) {
    String name = entity.name(languages);
    return "<!DOCTYPE html>\n<html lang=\""
        + HtmlText.escape(languages.isEmpty() ? "" : languages.get(0))
        + "\"><head><meta charset=\"utf-8\"><title>"
        + HtmlText.escape(name)
        + "</title><style>"
        + STYLE
        + "</style></head><body><h1 dir=\"auto\">"
        + HtmlText.escape(name)
        + "</h1>"
        + entity(entity)
        + "</body></html>\n";
  }

  /** What is shown of an entity below its name, as a piece of HTML. */
  String entity(Entity entity) {
    String types =
        entity.shownTypes().stream()
            .map(type -> catalog.label(type, languages))
            .collect(Collectors.joining(", "));
    String id = vocabulary.entityId(entity.iri());
    return "<p>"
        + HtmlText.escape(types.isEmpty() ? id : types + " · " + id)
        + "</p>"
        + facts(entity);
  }

  private String facts(Entity entity) {
    String type = entity.shownTypes().isEmpty() ? "" : entity.shownTypes().get(0);
    String rows =
        properties.of(type).stream()
            .map(Properties.Use::property)
            .filter(property -> !SHOWN_ABOVE.contains(property))
            .map(property -> row(property, values.of(entity.iri(), property)))
            .filter(row -> !row.isEmpty())
            .limit(PROPERTIES)
            .collect(Collectors.joining());
    return rows.isEmpty() ? "" : "<dl>" + rows + "</dl>";
  }

  private String row(String property, Collection<Node> nodes) {
    String shown =
        nodes.stream()
            .map(this::text)
            .filter(text -> !text.isBlank())
            .distinct()
            .sorted()
            .limit(VALUES)
            .map(text -> "<bdi>" + HtmlText.escape(shortened(text)) + "</bdi>")
            .collect(Collectors.joining("; "));
    return shown.isEmpty()
        ? ""
        : "<dt>"
            + HtmlText.escape(catalog.label(property, languages))
            + "</dt><dd>"
            + shown
            + (nodes.size() > VALUES ? " …" : "")
            + "</dd>";
  }

  private String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI()
        ? catalog.entity(node.getURI()).map(e -> e.name(languages)).orElse(node.getURI())
        : "";
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_VALUE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  /** What is shown of a class or a property, as a piece of HTML. */
  String term(String iri) {
    String comment = catalog.term(iri).comment(languages);
    return "<h1>"
        + HtmlText.escape(catalog.label(iri, languages))
        + "</h1><p>"
        + HtmlText.escape(vocabulary.termId(iri))
        + "</p>"
        + (comment.isEmpty() ? "" : "<p dir=\"auto\">" + HtmlText.escape(comment) + "</p>");
  }

  /** What is shown of an entity in a box beside a list, as a piece of HTML. */
  String flyout(Entity entity) {
    return "<h1 dir=\"auto\">" + HtmlText.escape(entity.name(languages)) + "</h1>" + entity(entity);
  }
}
