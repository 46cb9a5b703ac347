package org.w3id.scokg.guard;

/**
 * A text that a pattern is matched against. Whoever steps back and forth in it without end, as
 * {@code (a+)+b} does in a row of a, ends with the query.
 */
final class WatchedText implements CharSequence {

  /** How many steps are made between two looks at the clock, less one. */
  private static final int OFTEN = 0xFFF;

  private final String text;
  private final Allowance allowance;
  private int steps;

  WatchedText(String text, Allowance allowance) {
    this.text = text;
    this.allowance = allowance;
  }

  @Override
  public char charAt(int index) {
    if ((++steps & OFTEN) == 0) {
      allowance.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
