package org.w3id.scokg.rml;

import java.util.Optional;
import org.eclipse.rdf4j.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes the statements of one record after another, and makes their terms in the form that it takes
 * them in, so that no form is made that nobody needs.
 *
 * @param <T> the form of a term
 */
interface StatementSink<T> {

  /** An IRI that has been found to be one. */
  T iri(String iri);

  /** An IRI that may hold what RDF does not allow in one, as a term type says. */
  T unsafeIri(String iri);

  /** A blank node; the same label is the same node. */
  T blankNode(String label);

  /** A literal of datatype {@code xsd:string}. */
  T literal(String label);

  /** Literals with a language. */
  Literals<T> inLanguage(String tag);

  /** Literals with a datatype. */
  Literals<T> ofDatatype(String datatype);

  /** A term that the mapping gives itself. */
  T constant(Value value);

  /** A term as N-Triples, to be kept outside of memory. */
  byte[] encode(T term);

  /** A term from its N-Triples. */
  T decode(byte[] term);

  /**
   * Takes a statement of the current record.
   *
   * @param graph its graph; {@code null} or {@code rml:defaultGraph} for the default graph
   */
  void add(T subject, T predicate, T object, @Nullable T graph);

  /** Ends a record, whose statements stay. */
  void accept();

  /** Takes back the statements of the current record. */
  void discard();

  /** Hands on the statements that have stayed, where they are held back. */
  void flush();

  /** How many bytes are held back. */
  long pendingBytes();

  /**
   * A sink for another thread, which hands on nothing before it is told to; empty where statements
   * can only be taken by one thread.
   */
  Optional<StatementSink<T>> fork();

  /** How many statements have stayed. */
  long count();
}
