package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Finds entities whose names are similar to a text, by the runs of three letters that they share.
 * It finds more than is meant, for {@link Matching} to choose from. Safe for use by many threads.
 */
final class NameIndex {

  private static final String TRIGRAMS = "trigrams";
  private static final String JOINED = "joined";
  private static final String INITIALS = "initials";
  private static final String WORDS = "words";
  private static final String TYPE = "type";
  private static final String ENTITY = "entity";

  /** What is the same as a name, or its abbreviation, is never left out for what is similar. */
  private static final float CERTAIN = 1000;

  private final Spelling spelling;
  private final List<Entity> entities;
  private final IndexSearcher searcher;

  private NameIndex(Spelling spelling, List<Entity> entities, IndexSearcher searcher) {
    this.spelling = spelling;
    this.entities = entities;
    this.searcher = searcher;
  }

  /** Indexes all names of some entities, in memory. */
  static NameIndex of(Collection<Entity> all, Spelling spelling) {
    List<Entity> entities = List.copyOf(all);
    @SuppressWarnings("resource") // It is memory, and goes with the index.
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (int i = 0; i < entities.size(); i++) {
          for (Name name : entities.get(i).names()) {
            writer.addDocument(document(i, name, entities.get(i)));
          }
        }
        writer.forceMerge(1);
      }
      return new NameIndex(spelling, entities, new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(int entity, Name name, Entity of) {
    Document document = new Document();
    document.add(new TextField(TRIGRAMS, String.join(" ", trigrams(name.latin())), Store.NO));
    document.add(new StringField(JOINED, joined(name.latin()), Store.NO));
    document.add(new TextField(WORDS, name.latin(), Store.NO));
    for (String initials : name.initials()) {
      document.add(new StringField(INITIALS, initials, Store.NO));
    }
    for (String type : of.types()) {
      document.add(new StringField(TYPE, type, Store.NO));
    }
    document.add(new NumericDocValuesField(ENTITY, entity));
    return document;
  }

  /** The runs of three letters of a name, in which a low line stands for what begins a word. */
  private static Set<String> trigrams(String latin) {
    String padded = "_" + latin.replace(' ', '_') + "_";
    Set<String> trigrams = new LinkedHashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      trigrams.add(padded.substring(i, i + 3));
    }
    return trigrams;
  }

  private static String joined(String latin) {
    return latin.replace(" ", "");
  }

  /**
   * Entities with a name that is similar to a text, the most similar first.
   *
   * @param text in any script
   * @param types of which an entity has to have one; without any, all entities are looked through
   * @param limit how many names are taken, which may be of fewer entities
   */
  List<Entity> similar(String text, Set<String> types, int limit) {
    String latin = spelling.latin(text);
    if (latin.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    String joined = joined(latin);
    query.add(certainly(JOINED, joined), Occur.SHOULD);
    query.add(certainly(INITIALS, joined), Occur.SHOULD);
    trigrams(latin).stream()
        .limit(IndexSearcher.getMaxClauseCount() / 2)
        .forEach(t -> query.add(new TermQuery(new Term(TRIGRAMS, t)), Occur.SHOULD));
    return search(query.build(), types, limit);
  }

  /** Entities with a name that has all words of a text but the last, and one that begins as it. */
  List<Entity> beginning(String text, Set<String> types, int limit) {
    String latin = spelling.latin(text);
    if (latin.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    int last = latin.lastIndexOf(' ') + 1;
    latin
        .substring(0, last)
        .lines()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .filter(word -> !word.isEmpty())
        .forEach(word -> query.add(new TermQuery(new Term(WORDS, word)), Occur.MUST));
    query.add(new PrefixQuery(new Term(WORDS, latin.substring(last))), Occur.MUST);
    query.add(
        new BoostQuery(new PrefixQuery(new Term(JOINED, joined(latin))), CERTAIN), Occur.SHOULD);
    return search(query.build(), types, limit);
  }

  private static Query certainly(String field, String value) {
    return new BoostQuery(new TermQuery(new Term(field, value)), CERTAIN);
  }

  private List<Entity> search(Query query, Set<String> types, int limit) {
    try {
      ScoreDoc[] hits = searcher.search(filtered(query, types), limit).scoreDocs;
      Set<Entity> found = new LinkedHashSet<>();
      for (ScoreDoc hit : hits) {
        found.add(entities.get(entity(hit.doc)));
      }
      return new ArrayList<>(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query filtered(Query query, Set<String> types) {
    if (types.isEmpty()) {
      return query;
    }
    List<BytesRef> wanted = types.stream().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermInSetQuery(TYPE, wanted), Occur.FILTER)
        .build();
  }

  private int entity(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(ENTITY);
    if (!values.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("Bug: a name of no entity");
    }
    return (int) values.longValue();
  }
}
