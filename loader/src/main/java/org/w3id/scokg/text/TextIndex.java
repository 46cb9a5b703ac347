package org.w3id.scokg.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.analyzer.Util;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * The text index of a build, open for reading: for {@code text:query} in SPARQL, and for searches.
 * Nothing is read from it before it is needed. Safe for use by many threads.
 */
public final class TextIndex implements AutoCloseable {

  private static final Symbol SYMBOL = Symbol.create("urn:x-scokg:textIndex");

  /** What follows the first of so many words is not looked for. */
  private static final int WORDS = 20;

  private static final float WEIGHT_OF_NAMES = 3;

  private final TextIndexLucene jena;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer plain = new StandardAnalyzer();

  private TextIndex(TextIndexLucene jena, DirectoryReader reader) {
    this.jena = jena;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /**
   * Opens an index.
   *
   * @return empty if there is none, as in builds of older versions
   */
  public static Optional<TextIndex> open(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      UnchangedDirectory files = UnchangedDirectory.of(folder);
      return Optional.of(
          new TextIndex(new TextIndexLucene(files, Fields.config()), DirectoryReader.open(files)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets queries of a dataset search here. */
  public void serve(DatasetGraph dataset) {
    dataset.getContext().set(TextQuery.textIndex, jena);
    dataset.getContext().set(SYMBOL, this);
  }

  /** The index that queries of a dataset search in, if there is one. */
  public static Optional<TextIndex> of(DatasetGraph dataset) {
    return Optional.ofNullable(dataset.getContext().get(SYMBOL));
  }

  /**
   * The IRIs of things with a name or description that has all words of a text, in any form that
   * they have in one of some languages; the last word may be unfinished. The best come first, and
   * names count for more.
   *
   * @param limit how many texts are looked at, which may be of fewer things
   */
  public List<String> find(String text, List<String> languages, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String field : List.of(Fields.NAME, Fields.ABOUT)) {
      float weight = field.equals(Fields.NAME) ? WEIGHT_OF_NAMES : 1;
      all(field, plain, text, true).ifPresent(q -> add(query, q, weight));
      for (String language : languages) {
        Analyzer analyzer = Util.getLocalizedAnalyzer(language);
        if (analyzer != null) {
          all(Fields.in(field, language), analyzer, text, false)
              .ifPresent(q -> add(query, q, weight));
        }
      }
    }
    return search(query.build(), limit);
  }

  private static void add(BooleanQuery.Builder query, Query alternative, float weight) {
    query.add(new BoostQuery(alternative, weight), Occur.SHOULD);
  }

  private List<String> search(Query query, int limit) {
    Set<String> found = new LinkedHashSet<>();
    try {
      for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
        String thing =
            searcher.storedFields().document(hit.doc, Set.of(Fields.thing())).get(Fields.thing());
        found.add(thing);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  /** A query for all words of a text; none if it has no word. */
  private static Optional<Query> all(
      String field, Analyzer analyzer, String text, boolean isUnfinished) {
    List<String> words = words(field, analyzer, text);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int i = 0; i < Math.min(words.size(), WORDS); i++) {
      Term term = new Term(field, words.get(i));
      boolean isLast = i == words.size() - 1;
      query.add(isUnfinished && isLast ? new PrefixQuery(term) : new TermQuery(term), Occur.MUST);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(query.build());
  }

  private static List<String> words(String field, Analyzer analyzer, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** Closes the files. No search may be under way. */
  @Override
  public void close() {
    try {
      reader.close();
      jena.close();
      jena.getDirectory().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
