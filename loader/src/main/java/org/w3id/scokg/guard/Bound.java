package org.w3id.scokg.guard;

/** What a query can come to the end of. */
public enum Bound {
  /** The time to the first row, or in all. */
  TIME("time"),
  /** The time that it may keep others waiting. */
  SHARE("share"),
  /** The memory for what it sorts, groups, joins or compares. */
  MEMORY("memory"),
  /** The memory of the server, which all queries share. */
  HEAP("heap"),
  /** The rows of the answer, or its statements. */
  ROWS("rows"),
  /** The bytes of the answer. */
  BYTES("bytes"),
  /** The characters of a text, or the digits of a number. */
  TEXT("text"),
  /** How deep a pattern, a path or a group nests. */
  DEPTH("depth");

  private final String word;

  Bound(String word) {
    this.word = word;
  }

  /** The bound in a word, for machines. */
  public String word() {
    return word;
  }
}
