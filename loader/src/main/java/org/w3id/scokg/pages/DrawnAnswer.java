package org.w3id.scokg.pages;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What a question is answered with whose answer is drawn.
 *
 * @param rows the rows that are read, {@value #MOST} at most
 * @param count how many there are
 * @param isCounted whether there are no more than that
 */
record DrawnAnswer(List<Row> rows, long count, boolean isCounted) {

  /**
   * How many rows of an answer are read: {@value}. Of what is to be put in order, the engine holds
   * no more than that in memory, but all rows from 1000 on.
   */
  static final int MOST = 900;

  /** How long rows are counted that are not read. */
  private static final long COUNTING_SECONDS = 2;

  DrawnAnswer {
    rows = List.copyOf(rows);
  }

  /**
   * Asks, within a read transaction.
   *
   * @throws org.apache.jena.query.QueryException if that cannot be answered, or not in time
   */
  static DrawnAnswer of(StoredQuery stored, Content content) {
    Query query = QueryFactory.create(stored.text());
    if (query.isSelectType() && (!query.hasLimit() || query.getLimit() > MOST)) {
      query.setLimit(MOST);
    }
    List<Row> rows = Row.of(QueryResult.of(query, content, MOST));
    return rows.size() < MOST
        ? new DrawnAnswer(rows, rows.size(), true)
        : counted(stored, content, rows);
  }

  private static DrawnAnswer counted(StoredQuery stored, Content content, List<Row> rows) {
    Query query = QueryFactory.create(stored.text());
    if (query.hasOrderBy()) {
      query.getOrderBy().clear();
    }
    long count = 0;
    try (QueryExec execution =
        QueryExec.dataset(content.graphs().dataset())
            .query(query)
            .timeout(COUNTING_SECONDS, TimeUnit.SECONDS)
            .build()) {
      RowSet all = execution.select();
      while (all.hasNext()) {
        all.next();
        count++;
      }
      return new DrawnAnswer(rows, count, true);
    } catch (QueryCancelledException e) {
      return new DrawnAnswer(rows, Math.max(count, rows.size()), false);
    }
  }

  /** Whether there is more than was read. */
  boolean isMore() {
    return count > rows.size() || !isCounted;
  }

  /** How many rows there are, in words. */
  String count(Visit visit) {
    String number = Wording.number(count);
    return isCounted ? number : visit.word("see.least", number);
  }
}
