package org.w3id.scokg.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.store.DataInput;

/**
 * The names and classes of a graph's entities, and what its classes and properties are called, as
 * {@link NamesWriter} has written them. Safe for use by many threads.
 */
final class Catalog {

  private final Documents documents;
  private final Vocabulary vocabulary;
  private final Classes classes;
  private final Subclasses subclasses = new Subclasses(iri -> packed(iri).superclasses());

  /** What some documents tell. */
  Catalog(Documents documents, Vocabulary vocabulary) {
    this.documents = documents;
    this.vocabulary = vocabulary;
    int found = documents.find(Fields.CLASSES, Fields.CLASSES).orElseThrow();
    this.classes = documents.read(found, Classes::read);
  }

  Optional<Entity> entity(String iri) {
    OptionalInt found = documents.find(Fields.ENTITY, iri);
    return found.isPresent() ? Optional.of(entity(found.getAsInt())) : Optional.empty();
  }

  /** The entity of a document. */
  Entity entity(int document) {
    return documents.read(document, in -> PackedEntity.read(in, classes));
  }

  /** How many entities have a name. */
  int size() {
    return documents.count(Fields.CLASS, Fields.ANY);
  }

  /**
   * Hands over the IRIs of entities, in order.
   *
   * @param type a class that they have; empty for all
   * @param from how many are passed over
   * @param most how many at most
   */
  void each(String type, int from, int most, Consumer<String> taker) {
    documents.each(Fields.CLASS, type, from, most, DataInput::readString, taker);
  }

  /** A class or property, without a label where the graph does not describe it. */
  Term term(String iri) {
    return packed(iri).term();
  }

  private PackedTerm packed(String iri) {
    OptionalInt found = documents.find(Fields.TERM, iri);
    return found.isPresent()
        ? documents.read(found.getAsInt(), in -> PackedTerm.read(iri, in))
        : new PackedTerm(new Term(iri, Map.of(), Map.of()), Set.of());
  }

  /** What a class or property is called in the first of some languages, else its identifier. */
  String label(String iri, List<String> languages) {
    return term(iri).label(languages, vocabulary.termId(iri));
  }

  /** The classes that entities have. */
  Set<String> classes() {
    return counts().keySet();
  }

  /** How many entities each class has, in the order of their IRIs. */
  Map<String, Integer> counts() {
    return classes.counts();
  }

  /** What of some classes follows from no other of them, in order. */
  List<String> mostSpecific(Set<String> types) {
    return subclasses.mostSpecific(types);
  }
}
