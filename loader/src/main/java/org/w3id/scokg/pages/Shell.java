package org.w3id.scokg.pages;

/** Command lines to copy. */
final class Shell {

  private Shell() {}

  /** A text as one word of a command line, whatever is in it. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Asks an endpoint a query, for a table. */
  static String ask(String endpoint, String query) {
    return "curl -H 'Accept: text/csv' --data-urlencode "
        + quote("query=" + query)
        + " "
        + quote(endpoint);
  }
}
