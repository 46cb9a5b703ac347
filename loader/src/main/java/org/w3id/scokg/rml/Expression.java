package org.w3id.scokg.rml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Value;

/** Where a term map takes its value from (RML-Core, “Expression Map”). */
sealed interface Expression {

  /** The references it makes to its source, in order of appearance. */
  Stream<String> references();

  /** A value the mapping itself gives. */
  record Constant(Value value) implements Expression {
    @Override
    public Stream<String> references() {
      return Stream.empty();
    }
  }

  /** The value that a reference, a column name in CSV, has in each record. */
  record Reference(String reference) implements Expression {
    @Override
    public Stream<String> references() {
      return Stream.of(reference);
    }
  }

  /** A string with references in it. */
  record Template(List<Part> parts) implements Expression {
    public Template {
      parts = List.copyOf(parts);
    }

    /** Template text that stands as it is, or a reference that is replaced by its value. */
    record Part(String text, boolean isReference) {}

    @Override
    public Stream<String> references() {
      return parts.stream().filter(Part::isReference).map(Part::text);
    }

    /**
     * Reads a template: references in curly braces; a backslash makes the next brace or backslash
     * plain text, and stands before nothing else (RML-Core, “Template”).
     *
     * @return the template, or empty if a brace is not closed, not opened, or encloses nothing, or
     *     if a backslash stands alone
     */
    static Optional<Template> parse(String template) {
      Stream.Builder<Part> parts = Stream.builder();
      StringBuilder text = new StringBuilder();
      boolean inReference = false;
      for (int i = 0; i < template.length(); i++) {
        char c = template.charAt(i);
        if (c == '\\' && i + 1 < template.length() && "{}\\".indexOf(template.charAt(i + 1)) >= 0) {
          text.append(template.charAt(++i));
        } else if (c == '{' && !inReference) {
          flush(text, false, parts);
          inReference = true;
        } else if (c == '}' && inReference && text.length() > 0) {
          flush(text, true, parts);
          inReference = false;
        } else if (c == '{' || c == '}' || c == '\\') {
          return Optional.empty();
        } else {
          text.append(c);
        }
      }
      if (inReference) {
        return Optional.empty();
      }
      flush(text, false, parts);
      return Optional.of(new Template(parts.build().toList()));
    }

    private static void flush(StringBuilder text, boolean isReference, Stream.Builder<Part> parts) {
      if (text.length() > 0) {
        parts.add(new Part(text.toString(), isReference));
        text.setLength(0);
      }
    }
  }
}
