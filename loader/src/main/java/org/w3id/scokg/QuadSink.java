package org.w3id.scokg;

import java.util.function.Consumer;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.jspecify.annotations.Nullable;

/** Takes statements where Rio hands them over, and passes them on as Jena's quads. */
final class QuadSink extends AbstractRDFHandler {

  /** So many IRIs are remembered, a power of two: those of a record, and those of every record. */
  private static final int REMEMBERED = 1 << 14;

  private final Consumer<Quad> quads;
  private final @Nullable Node[] iris = new @Nullable Node[REMEMBERED];

  QuadSink(Consumer<Quad> quads) {
    this.quads = quads;
  }

  @Override
  public void handleStatement(Statement statement) {
    Value context = statement.getContext();
    quads.accept(
        Quad.create(
            context == null ? Quad.defaultGraphIRI : node(context),
            node(statement.getSubject()),
            node(statement.getPredicate()),
            node(statement.getObject())));
  }

  private Node node(Value value) {
    if (value.isIRI()) {
      return iri(value.stringValue());
    }
    if (value.isBNode()) {
      return NodeFactory.createBlankNode(value.stringValue().replaceFirst("^_:", ""));
    }
    Literal literal = (Literal) value;
    return literal
        .getLanguage()
        .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
        .orElseGet(
            () ->
                NodeFactory.createLiteralDT(
                    literal.getLabel(),
                    TypeMapper.getInstance()
                        .getSafeTypeByName(literal.getDatatype().stringValue())));
  }

  private Node iri(String iri) {
    int hash = iri.hashCode();
    int place = (hash ^ hash >>> 14) & (REMEMBERED - 1);
    Node known = iris[place];
    if (known == null || !known.getURI().equals(iri)) {
      known = NodeFactory.createURI(iri);
      iris[place] = known;
    }
    return known;
  }
}
