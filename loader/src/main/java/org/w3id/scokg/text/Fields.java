package org.w3id.scokg.text;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What is indexed, and under which names: properties of the standards, no project's own. */
final class Fields {

  /** What things are called. */
  static final String NAME = "name";

  /** What is told of them in a sentence or two. */
  static final String ABOUT = "about";

  private static final String THING = "uri";
  private static final String LANGUAGE = "lang";

  private static final List<Node> NAMES =
      List.of(
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          DCTerms.title.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode(),
          DCTerms.alternative.asNode(),
          NodeFactory.createURI("https://schema.org/alternateName"));

  private static final List<Node> DESCRIPTIONS =
      List.of(
          DCTerms.description.asNode(),
          DCTerms.abstract_.asNode(),
          SKOS.definition.asNode(),
          RDFS.comment.asNode());

  private Fields() {}

  /** The same for whoever writes an index and whoever reads it. */
  static TextIndexConfig config() {
    EntityDefinition definition = new EntityDefinition(THING, NAME);
    definition.setLangField(LANGUAGE);
    NAMES.forEach(property -> definition.set(NAME, property));
    DESCRIPTIONS.forEach(property -> definition.set(ABOUT, property));
    TextIndexConfig config = new TextIndexConfig(definition);
    config.setMultilingualSupport(true);
    config.setValueStored(true);
    return config;
  }

  /** The field whose words are those of one language, in the forms that they have there. */
  static String in(String field, String language) {
    return field + "_" + language;
  }

  static String thing() {
    return THING;
  }
}
