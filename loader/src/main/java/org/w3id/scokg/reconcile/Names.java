package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.DirectoryReader;

/**
 * The names of the entities of a graph that does not change, to be searched. Safe for use by many
 * threads.
 */
public final class Names implements AutoCloseable {

  /** How many are looked at to choose from. */
  private static final int FOUND = 1000;

  private static final int SIMILAR = 10;

  private final DatasetGraph graph;
  private final Vocabulary vocabulary;
  private final CompletableFuture<Index> index;
  private final Optional<DirectoryReader> files;

  private Names(
      DatasetGraph graph,
      Vocabulary vocabulary,
      CompletableFuture<Index> index,
      Optional<DirectoryReader> files) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.index = index;
    this.files = files;
  }

  /**
   * Begins to index a graph in memory, on a thread of its own. Who asks before that has ended waits
   * for it.
   */
  public static Names of(DatasetGraph graph, Vocabulary vocabulary) {
    CompletableFuture<Index> index = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(index, graph, vocabulary), "names");
    thread.setDaemon(true);
    thread.start();
    return new Names(graph, vocabulary, index, Optional.empty());
  }

  private static void complete(
      CompletableFuture<Index> index, DatasetGraph graph, Vocabulary vocabulary) {
    try {
      index.complete(Index.inMemory(graph, vocabulary));
    } catch (RuntimeException | Error e) {
      index.completeExceptionally(e);
    }
  }

  /**
   * Opens the index that {@link NamesWriter} has written of a graph.
   *
   * @return empty if there is none, or another program has written it, or for other entities
   * @throws IOException if it is damaged
   */
  public static Optional<Names> open(Path folder, DatasetGraph graph, Vocabulary vocabulary)
      throws IOException {
    Optional<DirectoryReader> files = new NamesFolder(folder).open(vocabulary.entities());
    if (files.isEmpty()) {
      return Optional.empty();
    }
    try {
      Index index = Index.of(files.get(), graph, vocabulary);
      return Optional.of(
          new Names(graph, vocabulary, CompletableFuture.completedFuture(index), files));
    } catch (RuntimeException e) {
      files.get().close();
      // What a damaged file holds may be anything.
      throw new IOException(e.getMessage(), e);
    }
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
    return ready().catalog().counts();
  }

  /** How many entities have a name. */
  public int size() {
    return ready().catalog().size();
  }

  /** The IRIs of the first entities that have a name, in order. */
  public List<String> first(int most) {
    return iris(Fields.ANY, 0, most);
  }

  /**
   * The IRIs of entities that have a class, in order.
   *
   * @param from how many are passed over
   * @param most how many at most
   */
  public List<String> ofClass(String type, int from, int most) {
    return classes().containsKey(type) ? iris(type, from, most) : List.of();
  }

  private List<String> iris(String type, int from, int most) {
    List<String> iris = new ArrayList<>();
    ready().catalog().each(type, from, most, iris::add);
    return iris;
  }

  /** What of some classes follows from no other of them. */
  public List<String> mostSpecific(Set<String> types) {
    return ready().catalog().mostSpecific(types);
  }

  /** Waits until the graph is read no more, since it may be closed next, and closes the files. */
  @Override
  public void close() {
    index.handle((ready, failure) -> ready).join();
    try {
      if (files.isPresent()) {
        files.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Reads the graph within a transaction, as soon as it is indexed. */
  <T> T read(Function<Index, T> work) {
    Index ready = ready();
    return Txn.calculateRead(graph, () -> work.apply(ready));
  }

  /** Waits until names are found without delay. */
  void await() {
    ready().spelling().prepare(vocabulary.languages());
  }

  private Index ready() {
    return index.join();
  }
}
