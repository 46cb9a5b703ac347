package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.apache.lucene.util.BytesRef;

/**
 * Finds entities whose names are similar to a text, by the runs of three letters that they share.
 * It finds more than is meant, for {@link Matching} to choose from. Safe for use by many threads.
 */
final class NameIndex {

  /** What is the same as a name, or its abbreviation, is never left out for what is similar. */
  private static final float CERTAIN = 1000;

  private final Spelling spelling;
  private final Documents documents;
  private final Catalog catalog;
  private final IndexSearcher searcher;

  NameIndex(Spelling spelling, Documents documents, Catalog catalog) {
    this.spelling = spelling;
    this.documents = documents;
    this.catalog = catalog;
    this.searcher = new IndexSearcher(documents.reader());
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
    String joined = Fields.joined(latin);
    query.add(certainly(Fields.JOINED, joined), Occur.SHOULD);
    query.add(certainly(Fields.INITIALS, joined), Occur.SHOULD);
    Fields.trigrams(latin).stream()
        .limit(IndexSearcher.getMaxClauseCount() / 2)
        .forEach(t -> query.add(new TermQuery(new Term(Fields.TRIGRAMS, t)), Occur.SHOULD));
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
        .forEach(word -> query.add(new TermQuery(new Term(Fields.WORDS, word)), Occur.MUST));
    query.add(new PrefixQuery(new Term(Fields.WORDS, latin.substring(last))), Occur.MUST);
    query.add(
        new BoostQuery(new PrefixQuery(new Term(Fields.JOINED, Fields.joined(latin))), CERTAIN),
        Occur.SHOULD);
    return search(query.build(), types, limit);
  }

  private static Query certainly(String field, String value) {
    return new BoostQuery(new TermQuery(new Term(field, value)), CERTAIN);
  }

  private List<Entity> search(Query query, Set<String> types, int limit) {
    try {
      ScoreDoc[] hits = searcher.search(filtered(query, types), limit).scoreDocs;
      Set<Integer> found = new LinkedHashSet<>();
      for (ScoreDoc hit : hits) {
        found.add(documents.entity(hit.doc));
      }
      return found.stream().map(catalog::entity).toList();
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
        .add(new TermInSetQuery(Fields.TYPE, wanted), Occur.FILTER)
        .build();
  }
}
