package org.w3id.scokg.source.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An XPath that can be followed while a document streams by: names of elements, one below the
 * other, and at most an attribute or text at the end.
 *
 * @param up how many elements above the record it starts; then it has no steps, and an attribute
 * @param steps the elements on the way
 * @param target what it takes where they end
 * @param attribute the attribute, where that is the target
 */
record PlainXPath(int up, List<Step> steps, Target target, @Nullable XmlNameTest attribute) {

  /** {@code //*}, which finds each element. */
  static final PlainXPath ALL =
      new PlainXPath(0, List.of(new Step(true, new XmlNameTest(null, null))), Target.ELEMENT, null);

  /** A step down, to a child or, after {@code //}, to whatever lies below. */
  record Step(boolean anyDepth, XmlNameTest name) {}

  /** What a path takes from an element. */
  enum Target {
    ELEMENT,
    TEXT,
    ATTRIBUTE
  }

  PlainXPath {
    steps = List.copyOf(steps);
  }
}
