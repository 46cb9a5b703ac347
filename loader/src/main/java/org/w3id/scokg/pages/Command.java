package org.w3id.scokg.pages;

/** A way to ask an endpoint from elsewhere, as text to copy. */
enum Command {
  CURL(
      "curl",
      "curl -H 'Accept: text/csv' --data-urlencode @query@ '@endpoint@'",
      "curl -H 'Accept: text/turtle' --data-urlencode @query@ '@endpoint@'"),
  PYTHON(
      "Python",
      """
      import csv, io, urllib.parse, urllib.request

      query = @query@
      data = urllib.parse.urlencode({"query": query}).encode()
      request = urllib.request.Request("@endpoint@", data, {"Accept": "text/csv"})
      with urllib.request.urlopen(request) as answer:
          for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8")):
              print(row)""",
      """
      import urllib.parse, urllib.request

      query = @query@
      data = urllib.parse.urlencode({"query": query}).encode()
      request = urllib.request.Request("@endpoint@", data, {"Accept": "text/turtle"})
      with urllib.request.urlopen(request) as answer:
          print(answer.read().decode())"""),
  R(
      "R",
      """
      query <- @query@
      url <- paste0("@endpoint@?format=csv&query=", URLencode(enc2utf8(query), reserved = TRUE))
      answer <- read.csv(url, encoding = "UTF-8")
      print(answer)""",
      """
      query <- @query@
      url <- paste0("@endpoint@?format=ttl&query=", URLencode(enc2utf8(query), reserved = TRUE))
      writeLines(readLines(url, encoding = "UTF-8"))""");

  private final String title;
  private final String table;
  private final String graph;

  Command(String title, String table, String graph) {
    this.title = title;
    this.table = table;
    this.graph = graph;
  }

  /** What it is written for. */
  String title() {
    return title;
  }

  /**
   * The text for any query.
   *
   * @param isTable whether the answer is a table, and no graph
   * @return the text, with {@code @query@} where a quoted query is to stand
   */
  String template(String endpoint, boolean isTable) {
    // An address has no such characters, but whoever asks says what ours is.
    String address = endpoint.replaceAll("[\"'\\\\\\s]", "");
    return (isTable ? table : graph).replace("@endpoint@", address);
  }

  /** The text for a query. */
  String of(String endpoint, String query, boolean isTable) {
    return template(endpoint, isTable).replace("@query@", quote(query));
  }

  private String quote(String query) {
    return switch (this) {
      case CURL -> Shell.quote("query=" + query);
      case PYTHON -> python(query);
      case R -> r(query);
    };
  }

  /** A literal of Python on lines of its own. */
  private static String python(String query) {
    return "\"\"\"\n" + query.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"") + "\n\"\"\"";
  }

  /** A raw literal of R, whose end is not in the query. */
  private static String r(String query) {
    String dashes = "---";
    while (query.contains(")" + dashes + "\"")) {
      dashes += "-";
    }
    return "r\"" + dashes + "(\n" + query + "\n)" + dashes + "\"";
  }
}
