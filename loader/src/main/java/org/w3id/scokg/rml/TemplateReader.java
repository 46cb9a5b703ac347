package org.w3id.scokg.rml;

import java.util.List;
import org.w3id.scokg.source.Iteration;

/**
 * Fills the references of a template: with each combination of their values, the last reference
 * changing fastest (RML-Core, “Template”).
 */
final class TemplateReader implements ValueReader {

  /** How values are written into a template. */
  enum Encoding {
    NONE,
    IRI_SAFE,
    URI_SAFE
  }

  /** The text before a reference, and the reference. */
  record Slot(String before, ValueReader reference) {}

  private final Slot[] slots;
  private final String after;
  private final Encoding encoding;
  private final int[] counts;
  private final StringBuilder text = new StringBuilder();

  TemplateReader(List<Slot> slots, String after, Encoding encoding) {
    this.slots = slots.toArray(Slot[]::new);
    this.after = after;
    this.encoding = encoding;
    this.counts = new int[slots.size()];
  }

  @Override
  public int count(Iteration iteration) {
    int product = 1;
    for (int i = 0; i < slots.length; i++) {
      counts[i] = slots[i].reference.count(iteration);
      product = Math.multiplyExact(product, counts[i]);
    }
    return product;
  }

  @Override
  public String value(Iteration iteration, int index) {
    text.setLength(0);
    int combinations = 1;
    for (int count : counts) {
      combinations *= count;
    }
    int rest = index;
    for (int i = 0; i < slots.length; i++) {
      combinations /= counts[i];
      text.append(slots[i].before);
      append(slots[i].reference.value(iteration, rest / combinations));
      rest %= combinations;
    }
    return text.append(after).toString();
  }

  private void append(String value) {
    if (encoding == Encoding.NONE) {
      text.append(value);
    } else {
      IriEncoder.append(value, encoding == Encoding.IRI_SAFE, text);
    }
  }
}
