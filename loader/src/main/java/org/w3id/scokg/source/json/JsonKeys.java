package org.w3id.scokg.source.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.json.JsonPath.Every;
import org.w3id.scokg.source.json.JsonPath.Index;
import org.w3id.scokg.source.json.JsonPath.Name;
import org.w3id.scokg.source.json.JsonPath.Step;

/**
 * The plain references of a source as one tree of keys, so that a record is read in one pass. It
 * remembers the keys that it met, to suggest them.
 */
final class JsonKeys {

  /** What is left of the way to a reference's values. */
  record Branch(int reference, List<Step> steps) {

    private boolean isEnd() {
      return steps.isEmpty();
    }

    private Step first() {
      return steps.get(0);
    }

    private boolean looksBeyond(int length) {
      return !isEnd()
          && (first() instanceof Index element
              ? element.index() >= length
              : first() instanceof Every && length == 0);
    }

    private Branch rest() {
      return new Branch(reference, steps.subList(1, steps.size()));
    }
  }

  private static final int NAME_LIMIT = 300;
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
  private static final int[] NONE = {};

  private final List<Branch> branches;
  private final int[] ends;
  private final int[] all;
  private final Map<String, JsonKeys> members;
  private final Map<Integer, JsonKeys> elements;
  private final @Nullable JsonKeys every;
  private final Set<String> met = new LinkedHashSet<>();
  private final JsonOrder usual = new JsonOrder();

  /** The object in which this key was met last. */
  private long lastObject;

  private JsonKeys(
      List<Branch> branches,
      Map<String, JsonKeys> members,
      Map<Integer, JsonKeys> elements,
      @Nullable JsonKeys every) {
    this.branches = branches;
    this.ends = numbers(branches.stream().filter(Branch::isEnd));
    this.all = numbers(branches.stream());
    this.members = members;
    this.elements = elements;
    this.every = every;
  }

  private static int[] numbers(Stream<Branch> branches) {
    int[] numbers = branches.mapToInt(Branch::reference).toArray();
    return numbers.length == 0 ? NONE : numbers;
  }

  /** The tree of some ways; one that leads on by {@code [*]} is in each of the branches there. */
  static JsonKeys of(List<Branch> branches) {
    Map<String, JsonKeys> members = new HashMap<>();
    Map<Integer, JsonKeys> elements = new TreeMap<>();
    boolean hasEvery = false;
    for (Branch branch : branches) {
      if (branch.isEnd()) {
        continue;
      }
      if (branch.first() instanceof Name step) {
        members.computeIfAbsent(step.name(), name -> of(rest(branches, s -> s.leadsTo(name))));
      } else if (branch.first() instanceof Index step) {
        elements.computeIfAbsent(step.index(), index -> of(rest(branches, s -> s.leadsTo(index))));
      } else {
        hasEvery = true;
      }
    }
    JsonKeys every = hasEvery ? of(rest(branches, step -> step instanceof Every)) : null;
    return new JsonKeys(branches, members, elements, every);
  }

  private static List<Branch> rest(List<Branch> branches, Predicate<Step> follows) {
    List<Branch> rest = new ArrayList<>();
    for (Branch branch : branches) {
      if (!branch.isEnd() && follows.test(branch.first())) {
        rest.add(branch.rest());
      }
    }
    return rest;
  }

  /** The references whose values are here. */
  int[] ends() {
    return ends;
  }

  /** The references whose values are here or below. */
  int[] all() {
    return all;
  }

  /** Whether nothing below is asked for. */
  boolean isLeaf() {
    return members.isEmpty() && elements.isEmpty() && every == null;
  }

  /**
   * Where a member of an object leads, or {@code null} if it is not asked for.
   *
   * @param position how many members stand before it in the object
   */
  @Nullable JsonKeys member(String name, int position) {
    return usual.has(name, position) ? usual.keys(position) : unusualMember(name, position);
  }

  private @Nullable JsonKeys unusualMember(String name, int position) {
    JsonKeys member = members.get(name);
    if (member == null) {
      if (met.size() < NAME_LIMIT) {
        met.add(name);
      }
      member = every;
    }
    usual.put(name, position, member);
    return member;
  }

  /** Whether references name this member, and do not only take it among all. */
  boolean isNamed(JsonKeys member) {
    return member != every;
  }

  /** Where an element of an array leads, or {@code null} if it is not asked for. */
  @Nullable JsonKeys element(int index) {
    JsonKeys element = elements.isEmpty() ? null : elements.get(index);
    return element == null ? every : element;
  }

  /** The references that look for more elements than an array of this length has. */
  int[] beyond(int length) {
    if (elements.isEmpty() && (every == null || length > 0)) {
      return NONE;
    }
    return numbers(branches.stream().filter(branch -> branch.looksBeyond(length)));
  }

  /** Whether this key stood in the object before, which is remembered. */
  boolean isRepeatedIn(long object) {
    boolean repeated = lastObject == object;
    lastObject = object;
    return repeated;
  }

  /** Adds the keys that were met from here on, each as a path that goes on from {@code start}. */
  void collectNames(String start, Set<String> names) {
    for (String name : met) {
      if (names.size() == NAME_LIMIT) {
        return;
      }
      names.add(path(start, name));
    }
    members.forEach(
        (name, member) -> {
          String path = path(start, name);
          if (member.lastObject > 0 && names.size() < NAME_LIMIT) {
            names.add(path);
          }
          member.collectNames(path + ".", names);
        });
    elements.forEach((index, element) -> element.collectBelow(start, "[" + index + "].", names));
    if (every != null) {
      every.collectBelow(start, "[*].", names);
    }
  }

  private void collectBelow(String start, String step, Set<String> names) {
    boolean hasPoint = start.endsWith(".");
    String place = hasPoint ? start.substring(0, start.length() - 1) : start;
    collectNames(place + step, names);
  }

  /** A key of the record may stand by itself, whatever its characters. */
  private static String path(String start, String name) {
    if (start.isEmpty() || PLAIN_NAME.matcher(name).matches()) {
      return start + name;
    }
    String place = start.endsWith(".") ? start.substring(0, start.length() - 1) : start;
    return place + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
