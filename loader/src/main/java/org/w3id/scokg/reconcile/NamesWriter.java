package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Writes the index of names of a graph, to be read by {@link Names}. */
public final class NamesWriter {

  private final IndexWriter index;
  private final EntitySpace space;
  private final Spelling spelling = new Spelling();
  private final Statements statements;
  private final Map<String, Set<String>> superclasses;
  private final Subclasses subclasses;

  private NamesWriter(IndexWriter index, EntitySpace space, Statements statements) {
    this.index = index;
    this.space = space;
    this.statements = statements;
    this.superclasses = statements.superclasses();
    this.subclasses = new Subclasses(this::superclasses);
  }

  /**
   * Writes the names of all entities, and what classes and properties are called.
   *
   * @param quads the whole dataset
   * @param entitySpace what the IRIs of entities start with
   * @param folder where to, which must not exist while its parent does
   * @throws java.io.InterruptedIOException if the thread is told to stop
   */
  public static void write(Iterable<Quad> quads, String entitySpace, Path folder)
      throws IOException {
    EntitySpace space = new EntitySpace(entitySpace);
    try (FSDirectory files = FSDirectory.open(folder)) {
      write(Statements.of(quads, space), space, files);
    }
    // Nobody writes here any more.
    Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
  }

  static void write(Statements statements, EntitySpace space, Directory files) throws IOException {
    IndexWriter index = new IndexWriter(files, config());
    try {
      new NamesWriter(index, space, statements).write();
      // One segment is read faster than many, and nothing is added later.
      index.forceMerge(1);
      index.setLiveCommitData(NamesFolder.marks(space).entrySet());
      index.commit();
    } finally {
      // What is not committed is of no use to anybody.
      index.rollback();
    }
  }

  /** Documents stay in the order in which they are added, whatever the machine does meanwhile. */
  private static IndexWriterConfig config() {
    LogDocMergePolicy neighbours = new LogDocMergePolicy();
    neighbours.setNoCFSRatio(1);
    return new IndexWriterConfig(new WhitespaceAnalyzer())
        .setMergePolicy(neighbours)
        .setMergeScheduler(new SerialMergeScheduler());
  }

  private void write() throws IOException {
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
