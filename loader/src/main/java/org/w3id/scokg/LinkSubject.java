package org.w3id.scokg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.scokg.propose.Evidence;
import org.w3id.scokg.propose.Subject;

/** Gathers what the rows of an answer say of one entity. */
final class LinkSubject {

  /** English before what has no language before the rest, as titles are chosen too. */
  private static final Comparator<Node> BY_LANGUAGE =
      Comparator.comparing((Node label) -> !label.getLiteralLanguage().startsWith("en"))
          .thenComparing(Node::getLiteralLanguage)
          .thenComparing(Node::getLiteralLexicalForm);

  private final String entity;
  private final List<Node> labels = new ArrayList<>();
  private final Map<String, TreeSet<String>> values = new TreeMap<>();

  LinkSubject(String entity) {
    this.entity = entity;
  }

  String entity() {
    return entity;
  }

  /** Takes in a row; values that come again count once. */
  void add(Binding row) {
    row.forEach(
        (Var variable, Node node) -> {
          if (variable.getVarName().equals("label") && node.isLiteral()) {
            labels.add(node);
          } else {
            String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
            values.computeIfAbsent(variable.getVarName(), key -> new TreeSet<>()).add(text);
          }
        });
  }

  /**
   * The entity as a service is asked for it.
   *
   * @param types the names of its classes
   * @param properties the properties of the service, by the variables that are compared with them
   */
  Subject subject(List<String> types, Map<String, String> properties) {
    List<Evidence> evidence = new ArrayList<>();
    properties.forEach(
        (variable, property) -> {
          TreeSet<String> found = values.getOrDefault(variable, new TreeSet<>());
          if (!found.isEmpty()) {
            evidence.add(new Evidence(variable, property, List.copyOf(found)));
          }
        });
    String label = labels.stream().min(BY_LANGUAGE).map(Node::getLiteralLexicalForm).orElse(entity);
    return new Subject(
        entity, label, types, List.copyOf(values.getOrDefault("type", new TreeSet<>())), evidence);
  }
}
