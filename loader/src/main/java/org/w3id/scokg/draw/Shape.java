package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of SVG as a value. Its texts are plain: whoever writes it out escapes them.
 *
 * @param element the name of the element
 * @param attributes names and values in turn
 * @param children what is within it
 * @param text a text before its children; empty as a rule
 */
public record Shape(String element, List<String> attributes, List<Shape> children, String text) {

  /** Copies the lists. */
  public Shape {
    if (attributes.size() % 2 != 0) {
      throw new IllegalArgumentException("attributes must be names and values in turn");
    }
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** An element without content. */
  static Shape of(String element, String... attributes) {
    return new Shape(element, Arrays.asList(attributes), List.of(), "");
  }

  /** An element that has nothing but a text. */
  static Shape text(String element, String text, String... attributes) {
    return new Shape(element, Arrays.asList(attributes), List.of(), text);
  }

  /** The root of a picture that fills the width there is and keeps its proportions. */
  static Shape picture(double width, double height, String label, List<Shape> children) {
    return of(
            "svg",
            "viewBox",
            "0 0 " + number(width) + " " + number(height),
            "role",
            "group",
            "aria-label",
            label)
        .with(children);
  }

  /** The same with children after those that it has. */
  Shape with(List<Shape> more) {
    List<Shape> all = new ArrayList<>(children);
    all.addAll(more);
    return new Shape(element, attributes, all, text);
  }

  /** The same with children after those that it has. */
  Shape with(Shape... more) {
    return with(Arrays.asList(more));
  }

  /** The same with one more attribute. */
  Shape and(String name, String value) {
    List<String> all = new ArrayList<>(attributes);
    all.add(name);
    all.add(value);
    return new Shape(element, all, children, text);
  }

  /** A number as short as a tenth of a unit allows, the same on every machine. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
