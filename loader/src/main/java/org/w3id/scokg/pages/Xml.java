package org.w3id.scokg.pages;

import java.util.ArrayDeque;
import java.util.Deque;
import org.w3id.scokg.reconcile.HtmlText;

/**
 * Writes XML 1.0. Every text and every value of an attribute is escaped on its way in, and there is
 * no other way in; the names of elements and attributes are constants of the code. Not thread-safe.
 */
final class Xml {

  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Xml open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
    out.append('>');
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last, and begins a line. */
  Xml close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Writes a text. */
  Xml text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Writes an element that has nothing but a text. */
  Xml element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** What is escaped in HTML is in XML, too; two characters more are no text there. */
  private static String escape(String text) {
    return HtmlText.escape(text).replaceAll("[\\uFFFE\\uFFFF\\uD800-\\uDFFF]", "");
  }

  /** The document. What is still open is closed. */
  @Override
  public String toString() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString();
  }
}
