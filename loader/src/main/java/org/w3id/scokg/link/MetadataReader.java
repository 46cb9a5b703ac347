package org.w3id.scokg.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.link.Metadata.Slot;

/**
 * Reads the head of an SSSOM/TSV file ("Metadata block"): lines that start with {@code #} and hold
 * a small part of YAML, namely keys with a value, with a list, or with a map of prefixes.
 */
final class MetadataReader {

  private static final Pattern KEY = Pattern.compile("([^\\s:#][^:]*?)\\s*:(?:\\s+(.*))?");

  private final String name;
  private final Diagnostics problems;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Set<String> extensions = new HashSet<>();
  private String current = "";

  MetadataReader(String name, Diagnostics problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads the head, and checks what the standard demands of it. */
  Metadata read(List<String> lines) {
    int end = 0;
    while (end < lines.size() && lines.get(end).startsWith("#")) {
      end++;
    }
    int indent = end == 0 ? 0 : indent(lines.get(0));
    for (int i = 0; i < end; i++) {
      String line = lines.get(i);
      line(line.substring(1 + Math.min(indent, indent(line))), Location.of(name, i + 1L));
    }
    Metadata metadata = new Metadata(slots, new Prefixes(prefixes), extensions, end);
    new MetadataCheck(name, metadata, problems).run();
    return metadata;
  }

  /** How many spaces follow the {@code #}. */
  private static int indent(String line) {
    int at = 1;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at - 1;
  }

  private void line(String text, Location location) {
    String content = text.strip();
    if (content.isEmpty() || content.startsWith("#") || content.equals("---")) {
      return;
    }
    boolean nested = text.startsWith(" ") || content.startsWith("- ");
    if (nested && !current.isEmpty()) {
      nested(content, location);
    } else {
      slot(content, location);
    }
  }

  private void slot(String content, Location location) {
    Matcher key = KEY.matcher(content);
    if (!key.matches()) {
      report(
          location,
          "'%s' is not a slot with its value".formatted(content),
          "the head of a mapping set is YAML: a name, ':' and a value",
          "write it in that form, or in the rows below");
      return;
    }
    current = key.group(1);
    if (!Slots.OF_SET.contains(current)) {
      report(
          location,
          "a mapping set has no slot '%s'".formatted(current),
          "the slots are those of SSSOM 1.1",
          Suggestion.nearest(current, Slots.OF_SET)
              .map(near -> "write '%s'".formatted(near))
              .orElse("remove it"));
    }
    List<String> values = new ArrayList<>(values(key.group(2) == null ? "" : key.group(2)));
    if (slots.putIfAbsent(current, new Slot(location, values)) != null) {
      report(
          location,
          "the slot '%s' is given twice".formatted(current),
          "a key of YAML has one value",
          "make one of the two");
    }
  }

  private void nested(String content, Location location) {
    if (current.equals("curie_map")) {
      prefix(content, location);
    } else if (current.equals("extension_definitions")) {
      Matcher definition = KEY.matcher(content.startsWith("- ") ? content.substring(2) : content);
      if (definition.matches() && definition.group(1).equals("slot_name")) {
        extensions.addAll(values(String.valueOf(definition.group(2))));
      }
    } else if (content.startsWith("- ")) {
      Slot slot = slots.get(current);
      if (slot != null) {
        slot.values().addAll(values(content.substring(2)));
      }
    } else {
      report(
          location,
          "'%s' is not an item of a list".formatted(content),
          "below '%s' stands a list, each item after '- '".formatted(current),
          "write '- ' before it, or move it to the line of its slot");
    }
  }

  private void prefix(String content, Location location) {
    Matcher entry = KEY.matcher(content);
    String prefix = entry.matches() ? entry.group(1) : content;
    List<String> namespace = entry.matches() ? values(String.valueOf(entry.group(2))) : List.of();
    if (namespace.size() != 1 || !Prefixes.isIri(namespace.get(0))) {
      report(
          location,
          "the prefix '%s' stands for no IRI".formatted(prefix),
          "curie_map gives each prefix the beginning of an IRI",
          "write: %s: https://example.org/".formatted(prefix));
    } else if (!Prefixes.BUILT_IN.getOrDefault(prefix, namespace.get(0)).equals(namespace.get(0))) {
      report(
          location,
          "the prefix '%s' stands for '%s'".formatted(prefix, namespace.get(0)),
          "SSSOM fixes it as '%s'".formatted(Prefixes.BUILT_IN.get(prefix)),
          "remove the line, or choose another prefix");
    } else if (prefixes.putIfAbsent(prefix, namespace.get(0)) != null) {
      report(
          location,
          "the prefix '%s' is declared twice".formatted(prefix),
          "a prefix stands for one IRI",
          "remove one of the two");
    }
  }

  /** The values of a scalar or of a list in brackets, without quotes. */
  private static List<String> values(String text) {
    String value = text.strip();
    if (value.startsWith("[") && value.endsWith("]")) {
      List<String> values = new ArrayList<>();
      for (String item : value.substring(1, value.length() - 1).split(",", -1)) {
        values.addAll(values(item));
      }
      return values;
    }
    if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
      return List.of(
          value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\"));
    }
    if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
      return List.of(value.substring(1, value.length() - 1).replace("''", "'"));
    }
    int comment = value.indexOf(" #");
    String plain = comment < 0 ? value : value.substring(0, comment).strip();
    return plain.isEmpty() ? List.of() : List.of(plain);
  }

  private void report(Location location, String what, String why, String fix) {
    problems.accept(new Diagnostic(location, what, why, fix));
  }
}
