package org.w3id.scokg.pages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.w3id.scokg.draw.Shape;
import org.w3id.scokg.reconcile.HtmlText;

/**
 * Writes HTML. Every text and every value of an attribute is escaped on its way in, and there is no
 * other way in; the names of elements and attributes are constants of the code. Not thread-safe.
 */
final class Html {

  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "hr");

  private final StringBuilder out = new StringBuilder(16_384).append("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String element, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("attributes must be names and values in turn");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(HtmlText.escape(attributes[i + 1])).append('"');
    }
    out.append('>');
    if (!EMPTY.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the element that was opened last, and begins a line. */
  Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Writes a text. */
  Html text(String text) {
    out.append(HtmlText.escape(text));
    return this;
  }

  /** Writes an element that has nothing but a text. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes a link. */
  Html link(String address, String text, String... attributes) {
    String[] all = new String[attributes.length + 2];
    all[0] = "href";
    all[1] = address;
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    return element("a", text, all);
  }

  /** Writes a picture. */
  Html draw(Shape shape) {
    open(shape.element(), shape.attributes().toArray(String[]::new)).text(shape.text());
    shape.children().forEach(this::draw);
    return close();
  }

  /** How much has been written, in characters. */
  int length() {
    return out.length();
  }

  /** The page, which must be complete. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Bug: the element " + open.peek() + " is not closed");
    }
    return out.toString();
  }
}
