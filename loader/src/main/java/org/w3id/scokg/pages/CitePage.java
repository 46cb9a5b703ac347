package org.w3id.scokg.pages;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/** How to cite the dataset: for BibTeX, and in the Citation File Format. */
final class CitePage {

  private static final List<Node> AUTHORS =
      List.of(DCTerms.creator.asNode(), DCTerms.publisher.asNode());
  private static final List<Node> DATES =
      List.of(DCTerms.modified.asNode(), DCTerms.issued.asNode());

  private static final int LONGEST_NAME = 300;

  private final Content content;
  private final Visit visit;
  private final Node dataset;

  CitePage(Content content, Visit visit) {
    this.content = content;
    this.visit = visit;
    this.dataset = NodeFactory.createURI(content.site().dataset());
  }

  Answer answer() {
    return new Layout(content)
        .page(
            visit,
            new Label(visit.word("nav.cite"), ""),
            Optional.empty(),
            html -> {
              html.element("h1", visit.word("nav.cite")).element("p", visit.word("cite.text"));
              file(html, "BibTeX", "/cite.bib", bibtex());
              file(html, "CITATION.cff", "/CITATION.cff", cff());
            });
  }

  private static void file(Html html, String title, String path, String text) {
    html.element("h2", title).open("pre").element("code", text).closeLine();
    html.open("p").link(path, path.substring(1)).closeLine();
  }

  /** An entry for BibTeX. */
  String bibtex() {
    StringBuilder entry = new StringBuilder("@misc{" + key() + ",\n");
    field(entry, "title", "{" + title() + "}");
    field(entry, "author", "{" + String.join(" and ", authors()) + "}");
    date().ifPresent(date -> field(entry, "year", date.substring(0, Math.min(4, date.length()))));
    field(entry, "url", content.site().dataset());
    field(entry, "note", "Dataset, version " + content.site().buildId());
    return entry.append("}\n").toString();
  }

  private static void field(StringBuilder entry, String name, String value) {
    if (!value.equals("{}")) {
      // What would end the value, or begin a command, is left out.
      boolean isBraced = value.startsWith("{") && value.endsWith("}");
      String bare = isBraced ? value.substring(1, value.length() - 1) : value;
      String safe = bare.replaceAll("[{}\\\\]", "").replaceAll("([%&$_~^])", "\\\\$1");
      String plain = name.equals("url") ? bare.replaceAll("[{}\\\\\\s]", "") : safe;
      entry.append("  ").append(name).append(" = {");
      entry.append(isBraced ? "{" + plain + "}" : plain).append("},\n");
    }
  }

  /** The same as CITATION.cff. A string of JSON is one of YAML. */
  String cff() {
    StringBuilder file = new StringBuilder("cff-version: 1.2.0\ntype: dataset\n");
    file.append("message: ").append(yaml("If you use this dataset, please cite it as below."));
    file.append("title: ").append(yaml(title()));
    file.append("authors:\n");
    authors().forEach(author -> file.append("  - name: ").append(yaml(author)));
    date()
        .filter(d -> d.matches("\\d{4}-\\d\\d-\\d\\d"))
        .ifPresent(d -> file.append("date-released: ").append(d).append('\n'));
    file.append("version: ").append(yaml(content.site().buildId()));
    file.append("url: ").append(yaml(content.site().dataset()));
    licence().ifPresent(licence -> file.append("license-url: ").append(yaml(licence)));
    return file.toString();
  }

  private static String yaml(String text) {
    return new JsonString(text) + "\n";
  }

  private String title() {
    return content.title(visit).text();
  }

  List<String> authors() {
    List<String> names =
        AUTHORS.stream()
            .map(property -> content.graphs().values(dataset, property))
            .filter(values -> !values.isEmpty())
            .findFirst()
            .map(values -> values.stream().map(this::name).collect(Collectors.toList()))
            .orElse(List.of());
    return names.isEmpty() ? List.of(title()) : names;
  }

  private String name(Node author) {
    return author.isLiteral()
        ? new Label(author.getLiteralLexicalForm(), "").cut(LONGEST_NAME).text()
        : content.label(author, visit).text();
  }

  private Optional<String> date() {
    return DATES.stream()
        .flatMap(property -> content.graphs().text(dataset, property).stream())
        .findFirst();
  }

  private Optional<String> licence() {
    return content
        .graphs()
        .value(dataset, DCTerms.license.asNode())
        .filter(Node::isURI)
        .map(Node::getURI);
  }

  /** The last part of the base's path that is a word, else its host. */
  private String key() {
    URI base = URI.create(content.site().base());
    String[] parts = String.valueOf(base.getPath()).split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (parts[i].matches("[\\w-]+")) {
        return parts[i];
      }
    }
    return String.valueOf(base.getHost()).replaceAll("[^\\w-]", "-");
  }
}
