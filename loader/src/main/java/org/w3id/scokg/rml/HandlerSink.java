package org.w3id.scokg.rml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.jspecify.annotations.Nullable;

/** Hands statements, record by record, to an {@code RDFHandler}. */
final class HandlerSink implements StatementSink<Value> {

  private static final ValueFactory TERMS = SimpleValueFactory.getInstance();

  private final RDFHandler handler;
  private final List<Statement> record = new ArrayList<>();
  private long count;

  HandlerSink(RDFHandler handler) {
    this.handler = handler;
  }

  @Override
  public Value iri(String iri) {
    return TERMS.createIRI(iri);
  }

  @Override
  public Value unsafeIri(String iri) {
    return TERMS.createIRI(iri);
  }

  @Override
  public Value blankNode(String label) {
    return TERMS.createBNode(label);
  }

  @Override
  public Value literal(String label) {
    return TERMS.createLiteral(label);
  }

  @Override
  public Literals<Value> inLanguage(String tag) {
    return label -> TERMS.createLiteral(label, tag);
  }

  @Override
  public Literals<Value> ofDatatype(String datatype) {
    IRI type = TERMS.createIRI(datatype);
    return label -> TERMS.createLiteral(label, type);
  }

  @Override
  public Value constant(Value value) {
    return value;
  }

  @Override
  public byte[] encode(Value term) {
    return NTriplesUtil.toNTriplesString(term).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Value decode(byte[] term) {
    return NTriplesUtil.parseValue(new String(term, StandardCharsets.UTF_8), TERMS);
  }

  @Override
  public void add(Value subject, Value predicate, Value object, @Nullable Value graph) {
    Resource node = (Resource) subject;
    IRI link = (IRI) predicate;
    record.add(
        graph == null || graph.equals(Rml.DEFAULT_GRAPH)
            ? TERMS.createStatement(node, link, object)
            : TERMS.createStatement(node, link, object, (Resource) graph));
  }

  @Override
  public void accept() {
    record.forEach(handler::handleStatement);
    count += record.size();
    record.clear();
  }

  @Override
  public void discard() {
    record.clear();
  }

  @Override
  public void flush() {}

  @Override
  public long pendingBytes() {
    return 0;
  }

  @Override
  public Optional<StatementSink<Value>> fork() {
    return Optional.empty();
  }

  @Override
  public long count() {
    return count;
  }
}
