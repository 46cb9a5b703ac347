package org.w3id.scokg.pages;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.JenaException;

/**
 * Writes how to ask a query from elsewhere.
 *
 * @param html where to
 * @param endpoint the whole address of the endpoint
 */
record CommandLines(Html html, String endpoint) {

  /** Writes them for a query; a script may put another query in. */
  void write(String query) {
    boolean isTable = isTable(query);
    for (Command command : Command.values()) {
      if (command == Command.CURL) {
        html.open("details", "open", "");
      } else {
        html.open("details");
      }
      html.element("summary", command.title());
      html.open(
          "pre",
          "data-command",
          command.title(),
          "data-table",
          command.template(endpoint, true),
          "data-graph",
          command.template(endpoint, false));
      html.element("code", command.of(endpoint, query, isTable)).close().closeLine();
    }
  }

  /** Whether the answer is a table; what is no query may become one that has one. */
  private static boolean isTable(String query) {
    try {
      Query parsed = QueryFactory.create(query);
      return parsed.isSelectType() || parsed.isAskType();
    } catch (JenaException | StackOverflowError e) {
      return true;
    }
  }
}
