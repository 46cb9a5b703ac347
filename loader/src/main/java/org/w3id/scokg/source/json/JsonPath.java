package org.w3id.scokg.source.json;

import java.util.List;
import org.w3id.scokg.source.BadReference;

/** A JSONPath (RFC 9535) as a mapping writes it, for an iterator or for a reference. */
sealed interface JsonPath {

  /**
   * Steps that can be followed while the JSON streams by: {@code .name}, {@code ['name']}, {@code
   * [0]}, {@code [*]} and {@code .*}.
   *
   * @param steps the steps from {@code $} on
   */
  record Plain(List<Step> steps) implements JsonPath {
    public Plain {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Any other path, which needs the whole value: with a filter, a descent, a slice, a union or a
   * function.
   *
   * @param text the path, from {@code $} on
   */
  record Wide(String text) implements JsonPath {}

  /** One step of a plain path. */
  sealed interface Step {

    /** Whether the step goes to the member of this name. */
    boolean leadsTo(String name);

    /** Whether the step goes to the element at this position, counted from 0. */
    boolean leadsTo(int index);
  }

  /** To the member of an object that has this name. */
  record Name(String name) implements Step {
    @Override
    public boolean leadsTo(String other) {
      return name.equals(other);
    }

    @Override
    public boolean leadsTo(int index) {
      return false;
    }
  }

  /** To the element of an array at this position, counted from 0. */
  record Index(int index) implements Step {
    @Override
    public boolean leadsTo(String name) {
      return false;
    }

    @Override
    public boolean leadsTo(int other) {
      return index == other;
    }
  }

  /** To every element of an array, or every member of an object. */
  record Every() implements Step {
    @Override
    public boolean leadsTo(String name) {
      return true;
    }

    @Override
    public boolean leadsTo(int index) {
      return true;
    }
  }

  /**
   * Reads an iterator.
   *
   * @throws BadReference if it is not a JSONPath
   */
  static JsonPath iterator(String text) {
    if (!text.startsWith("$")) {
      throw new BadReference(
          "'" + text + "' is not a JSONPath",
          "a JSONPath begins with '$', which stands for the document",
          "write '$" + (text.startsWith("[") || text.isEmpty() ? "" : ".") + text + "'");
    }
    return checked(JsonPathParser.parse(text));
  }

  /**
   * Reads a reference. One that does not begin with {@code $} is a path without {@code $.}, or if
   * it is none, the name of a key.
   *
   * @throws BadReference if it begins with {@code $} and is not a JSONPath, or is empty
   */
  static JsonPath reference(String text) {
    if (text.isEmpty()) {
      throw new BadReference(
          "the reference is empty",
          "a reference to JSON is a JSONPath or the name of a key",
          "name a key; '$' is the record itself");
    }
    if (text.startsWith("$")) {
      return iterator(text);
    }
    try {
      boolean hasStep = text.startsWith("[") || text.startsWith(".");
      return iterator((hasStep ? "$" : "$.") + text);
    } catch (BadReference noPath) {
      return new Plain(List.of(new Name(text)));
    }
  }

  /** Only a path that is not plain is compiled here, so that others do without the library. */
  private static JsonPath checked(JsonPath path) {
    if (path instanceof Wide wide) {
      WideJsonPath.compile(wide.text());
    }
    return path;
  }
}
