package org.w3id.scokg.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/** A made-up graph of things with names, the same for the same seed, that says much twice. */
final class RandomNames {

  private static final List<String> SYLLABLES =
      List.of("al", "ber", "NOR", "é", "ш", "ский", "新", "罗", "ب", "ש", "2", "-", " ", " of ", "");

  private static final List<String> LANGUAGES = List.of("", "en", "ru", "zh", "ar");

  private final Random random;

  RandomNames(long seed) {
    this.random = new Random(seed);
  }

  /** Statements about things of classes, some of which are below others, and some in a circle. */
  List<Quad> quads(int things) {
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < things; i++) {
      String id = "https://example.org/id/" + pick(SYLLABLES).strip() + i;
      for (int said = random.nextInt(8); said > 0; said--) {
        Role role = pick(List.of(Role.values()));
        add(quads, id, role, value(role));
      }
    }
    for (int i = 0; i < 20; i++) {
      add(quads, type(), Role.SUPERCLASS, NodeFactory.createURI(type()));
      add(quads, type(), Role.LABEL, text());
      add(quads, type(), Role.DEFINITION, text());
    }
    return quads;
  }

  private void add(List<Quad> quads, String iri, Role role, Node value) {
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      quads.add(
          Quad.create(
              NodeFactory.createURI("https://example.org/fact/" + quads.size()),
              NodeFactory.createURI(iri),
              role.property(),
              value));
    }
  }

  private Node value(Role role) {
    return role == Role.TYPE || role == Role.SUPERCLASS ? NodeFactory.createURI(type()) : text();
  }

  private String type() {
    return "https://example.org/ontology#C" + random.nextInt(12);
  }

  private Node text() {
    return NodeFactory.createLiteralLang(name(), pick(LANGUAGES));
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int length = random.nextInt(6); length >= 0; length--) {
      name.append(pick(SYLLABLES));
    }
    return name.toString();
  }

  /** What somebody may look for. */
  List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(name());
    }
    return texts;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
