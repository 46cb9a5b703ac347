package org.w3id.scokg.source.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.json.JsonPath.Plain;
import org.w3id.scokg.source.json.JsonPath.Wide;

/** The references to a source's JSON, numbered in the order in which they were asked for. */
final class JsonReferences {

  /** A reference that is evaluated on the whole record. */
  record WideReference(int reference, WideJsonPath path) {}

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<JsonKeys.Branch> plain = new ArrayList<>();
  private final List<WideReference> wide = new ArrayList<>();

  /**
   * The number of a reference.
   *
   * @throws BadReference if it is not a JSONPath
   */
  int number(String reference) {
    Integer known = numbers.get(reference);
    if (known != null) {
      return known;
    }
    JsonPath path = JsonPath.reference(reference);
    int number = texts.size();
    if (path instanceof Plain steps) {
      plain.add(new JsonKeys.Branch(number, steps.steps()));
    } else {
      wide.add(new WideReference(number, WideJsonPath.compile(((Wide) path).text())));
    }
    numbers.put(reference, number);
    texts.add(reference);
    return number;
  }

  /** How many there are. */
  int size() {
    return texts.size();
  }

  /** A reference as the mapping writes it. */
  String text(int reference) {
    return texts.get(reference);
  }

  /** Where the plain ones lead. */
  JsonKeys keys() {
    return JsonKeys.of(plain);
  }

  /** Those that are evaluated on the whole record. */
  List<WideReference> wide() {
    return wide;
  }

  /** The plain ones that were not met; what a filter does not find is no sign of a slip. */
  Set<String> absent(boolean[] met) {
    Set<String> absent = new LinkedHashSet<>();
    for (JsonKeys.Branch branch : plain) {
      if (!met[branch.reference()]) {
        absent.add(text(branch.reference()));
      }
    }
    return absent;
  }

  /** The keys that were met, written as the first reference is: with {@code $.} or without. */
  Collection<String> names(JsonKeys keys) {
    boolean isRooted = !plain.isEmpty() && text(plain.get(0).reference()).startsWith("$");
    String start = isRooted ? "$." : "";
    Set<String> names = new LinkedHashSet<>();
    keys.collectNames(start, names);
    return names;
  }
}
