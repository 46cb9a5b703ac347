package org.w3id.scokg.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/**
 * The names of the entities of a graph that does not change, to be searched.
 *
 * <p>They are indexed on a thread of their own from the start on; who asks before that has ended
 * waits for it. Safe for use by many threads.
 */
public final class Names {

  /** How many are looked at to choose from. */
  private static final int FOUND = 1000;

  private static final int SIMILAR = 10;

  private final DatasetGraph graph;
  private final Vocabulary vocabulary;
  private final CompletableFuture<Index> index = new CompletableFuture<>();
  private final CompletableFuture<Map<String, Integer>> classes = index.thenApply(Names::count);

  private Names(DatasetGraph graph, Vocabulary vocabulary) {
    this.graph = graph;
    this.vocabulary = vocabulary;
  }

  /** Begins to index a graph. */
  public static Names of(DatasetGraph graph, Vocabulary vocabulary) {
    Names names = new Names(graph, vocabulary);
    Thread thread = new Thread(() -> names.complete(() -> Index.of(graph, vocabulary)), "names");
    thread.setDaemon(true);
    thread.start();
    return names;
  }

  /**
   * An entity that was found.
   *
   * @param iri what identifies it
   * @param types the IRIs of those of its classes that follow from no other
   */
  public record Found(String iri, List<String> types) {

    /** Copies the classes. */
    public Found {
      types = List.copyOf(types);
    }
  }

  /**
   * The entities with a name that has all words of a text, the last of which may be unfinished;
   * those with a name that begins so come first. At most {@value #FOUND} names are looked at.
   *
   * @param languages by whose names they are put in order
   */
  public List<Found> search(String text, List<String> languages) {
    return read(
        i ->
            Suggestions.beginning(i.names(), i.spelling(), text, languages, FOUND).stream()
                .map(Names::found)
                .toList());
  }

  /**
   * A name that may be meant by what has been typed so far.
   *
   * @param name the name
   * @param iri what identifies the entity that is called so
   * @param types what the entity's classes are called, those that follow from no other
   */
  public record Completion(String name, String iri, List<String> types) {

    /** Copies the classes. */
    public Completion {
      types = List.copyOf(types);
    }
  }

  /**
   * Names that have all words of a text, the last of which may be unfinished, one of each entity.
   *
   * @param languages in which a name is preferred
   * @param most how many
   */
  public List<Completion> complete(String text, List<String> languages, int most) {
    return read(
        i ->
            Suggestions.beginning(i.names(), i.spelling(), text, languages, FOUND).stream()
                .limit(most)
                .map(
                    entity ->
                        new Completion(
                            entity.nameWith(i.spelling().plain(text), languages),
                            entity.iri(),
                            entity.shownTypes().stream()
                                .map(type -> i.catalog().label(type, languages))
                                .toList()))
                .toList());
  }

  /** The entities with a name that is similar to a text, the most similar first. */
  public List<Found> similar(String text) {
    return read(
        i -> {
          ReconciliationQuery query =
              new ReconciliationQuery(
                  text, List.of(), ReconciliationQuery.TypeMatching.SHOULD, SIMILAR, List.of());
          return new Matching(i.catalog(), i.names(), i.spelling(), i.values())
              .candidates(query).stream().map(Candidate::entity).map(Names::found).toList();
        });
  }

  private static Found found(Entity entity) {
    return new Found(entity.iri(), entity.shownTypes());
  }

  /** How many entities each class has, by its IRI; those of its subclasses are among them. */
  public Map<String, Integer> classes() {
    return classes.join();
  }

  private static Map<String, Integer> count(Index index) {
    Map<String, Integer> counts = new TreeMap<>();
    index
        .catalog()
        .entities()
        .forEach(e -> e.types().forEach(type -> counts.merge(type, 1, Integer::sum)));
    return Collections.unmodifiableMap(counts);
  }

  /** How many entities have a name. */
  public int size() {
    return ready().catalog().entities().size();
  }

  /** The IRIs of all entities that have a name. */
  public List<String> iris() {
    return ready().catalog().entities().stream().map(Entity::iri).toList();
  }

  /** The IRIs of the entities that have a class. */
  public List<String> ofClass(String type) {
    return ready().catalog().entities().stream()
        .filter(entity -> entity.types().contains(type))
        .map(Entity::iri)
        .toList();
  }

  /** What of some classes follows from no other of them. */
  public List<String> mostSpecific(Set<String> types) {
    return ready().catalog().mostSpecific(types);
  }

  /** Waits until the graph is read no more, since it may be closed next. */
  public void settle() {
    index.handle((ready, failure) -> ready).join();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Reads the graph within a transaction, as soon as it is indexed. */
  <T> T read(Function<Index, T> work) {
    Index ready = ready();
    return Txn.calculateRead(graph, () -> work.apply(ready));
  }

  /** Waits until the names are indexed. */
  void await() {
    ready();
  }

  private Index ready() {
    return index.join();
  }

  private void complete(Supplier<Index> work) {
    try {
      index.complete(work.get());
    } catch (RuntimeException | Error e) {
      index.completeExceptionally(e);
    }
  }
}
