package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexWriter;

/** Writes the documents of what a graph says of names. */
final class DocumentWriter {

  private final IndexWriter index;
  private final EntitySpace space;
  private final Spelling spelling;
  private final Statements statements;
  private final Map<String, Set<String>> superclasses;
  private final Subclasses subclasses;

  DocumentWriter(IndexWriter index, EntitySpace space, Spelling spelling, Statements statements) {
    this.index = index;
    this.space = space;
    this.spelling = spelling;
    this.statements = statements;
    this.superclasses = statements.superclasses();
    this.subclasses = new Subclasses(this::superclasses);
  }

  /** Writes them all, those of entities in the order of their IRIs. */
  void write() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    statements.each(
        (iri, said) -> {
          if (isEntity(iri, said)) {
            types(said).forEach(type -> counts.merge(type, 1, Integer::sum));
          }
        });
    Classes classes = Classes.of(counts);
    index.addDocument(Fields.packed(Fields.CLASSES, Fields.CLASSES, classes::write));
    statements.each((iri, said) -> write(iri, said, classes));
  }

  private boolean isEntity(String iri, List<Statement> said) {
    // What gives a name is told first.
    return space.has(iri) && said.get(0).role().isName();
  }

  private static Set<String> types(List<Statement> said) {
    Set<String> types = new TreeSet<>();
    said.stream().filter(s -> s.role() == Role.TYPE).map(Statement::text).forEach(types::add);
    return types;
  }

  private void write(String iri, List<Statement> said, Classes classes) throws IOException {
    if (isEntity(iri, said)) {
      Set<String> types = types(said);
      Entity entity = new Entity(iri, names(said), types, subclasses.mostSpecific(types));
      index.addDocuments(Fields.block(entity, out -> PackedEntity.write(entity, classes, out)));
    }
    Term term = space.has(iri) ? new Term(iri, Map.of(), Map.of()) : term(iri, said);
    PackedTerm packed = new PackedTerm(term, superclasses(iri));
    if (!packed.isEmpty()) {
      index.addDocument(Fields.packed(Fields.TERM, iri, packed::write));
    }
  }

  /** What no label names is not described. */
  private static Term term(String iri, List<Statement> said) {
    Map<String, String> labels = texts(said, role -> role == Role.LABEL);
    return new Term(iri, labels, labels.isEmpty() ? Map.of() : texts(said, Role::isMeaning));
  }

  private static Map<String, String> texts(List<Statement> said, Predicate<Role> roles) {
    Map<String, String> texts = new HashMap<>();
    said.stream()
        .filter(each -> roles.test(each.role()))
        .forEach(each -> texts.putIfAbsent(each.language(), each.text()));
    return texts;
  }

  private List<Name> names(List<Statement> said) {
    List<Name> names = new ArrayList<>();
    Set<List<String>> known = new HashSet<>();
    for (Statement each : said) {
      // What is a name to show and another one too is the former.
      if (each.role().isName() && known.add(List.of(each.text(), each.language()))) {
        names.add(Name.of(each.text(), each.language(), each.role().isPreferred(), spelling));
      }
    }
    return names;
  }

  private Set<String> superclasses(String iri) {
    return superclasses.getOrDefault(iri, Set.of());
  }
}
