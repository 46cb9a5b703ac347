package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has become of the builds of a folder, in order. The clock has no say in it: files get new
 * times when they are copied, and clocks jump.
 *
 * <p>An event is recorded before it takes effect, so that a process that is killed in between
 * leaves at most one event that never happened: the last one. {@link #settled} leaves that out.
 *
 * @param events what has happened, the first thing first
 */
record History(List<Event> events) {

  /** More than anybody goes back: {@value} events. */
  private static final int LONGEST = 1000;

  History {
    events = List.copyOf(events.subList(Math.max(0, events.size() - LONGEST), events.size()));
  }

  /** What can happen to a build. */
  enum Change {
    /** It was finished. */
    BUILT,
    /** It became the current one. */
    PUBLISHED,
    /** It was the current one, and the one before it became so again. */
    WITHDRAWN;

    private static Optional<Change> named(String name) {
      return List.of(values()).stream().filter(change -> change.word().equals(name)).findFirst();
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that has happened to a build.
   *
   * @param change what
   * @param build the build's id
   */
  record Event(Change change, String build) {}

  /** Reads a history; where there is no file nothing has happened, and what is no event is not. */
  static History read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new History(List.of());
    }
    List<Event> events = new ArrayList<>();
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 2 && Builds.isId(words[1])) {
        Change.named(words[0]).ifPresent(change -> events.add(new Event(change, words[1])));
      }
    }
    return new History(events);
  }

  /** Writes the history, whole or not at all. */
  void write(Path file) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + "-next");
    String lines =
        events.stream()
            .map(event -> event.change().word() + " " + event.build() + "\n")
            .collect(Collectors.joining());
    Files.writeString(next, lines);
    try (FileChannel written = FileChannel.open(next, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** This and one more event. */
  History with(Change change, String build) {
    List<Event> more = new ArrayList<>(events);
    more.add(new Event(change, build));
    return new History(more);
  }

  /** The history without a last event that was recorded and did not take effect. */
  History settled(Optional<String> current) {
    if (events.isEmpty()) {
      return this;
    }
    Event last = events.get(events.size() - 1);
    History before = new History(events.subList(0, events.size() - 1));
    boolean isCurrent = current.equals(Optional.of(last.build()));
    boolean happened =
        switch (last.change()) {
          case BUILT -> true;
          // If another is current than before that, somebody has set the link by hand since.
          case PUBLISHED -> isCurrent || !top(before.stack()).equals(current);
          case WITHDRAWN -> !isCurrent;
        };
    return happened ? this : before;
  }

  private static Optional<String> top(List<String> stack) {
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
  }

  /** The publications that have not been gone back from. */
  private List<String> stack() {
    List<String> stack = new ArrayList<>();
    for (Event event : events) {
      boolean isTop = top(stack).equals(Optional.of(event.build()));
      if (event.change() == Change.PUBLISHED && !isTop) {
        stack.add(event.build());
      } else if (event.change() == Change.WITHDRAWN && isTop) {
        stack.remove(stack.size() - 1);
      }
    }
    return stack;
  }

  /**
   * The publications that can be gone back through, the oldest first and the current one last.
   *
   * @param current the current build, also where it became so in another way
   */
  List<String> publications(Optional<String> current) {
    List<String> stack = settled(current).stack();
    if (current.isPresent()) {
      int at = stack.lastIndexOf(current.get());
      stack.subList(at < 0 ? stack.size() : at, stack.size()).clear();
      stack.add(current.get());
    }
    return stack;
  }

  /** The builds that were published, in the order in which each was for the last time. */
  List<String> published() {
    Set<String> published = new LinkedHashSet<>();
    for (Event event : events) {
      if (event.change() == Change.PUBLISHED) {
        published.remove(event.build());
        published.add(event.build());
      }
    }
    return List.copyOf(published);
  }

  /** Whether the last that was decided of a build is that it should not be served. */
  boolean isWithdrawn(String build) {
    return events.stream()
        .filter(event -> event.build().equals(build) && event.change() != Change.BUILT)
        .reduce((first, second) -> second)
        .filter(event -> event.change() == Change.WITHDRAWN)
        .isPresent();
  }

  /** Builds in the order in which they were last built or published; unknown ones come first. */
  List<String> byAge(Collection<String> builds) {
    return sorted(builds, event -> event.change() != Change.WITHDRAWN);
  }

  /** Builds in the order in which they were built; unknown ones come first. */
  List<String> byBuilding(Collection<String> builds) {
    return sorted(builds, event -> event.change() == Change.BUILT);
  }

  private List<String> sorted(Collection<String> builds, Predicate<Event> counts) {
    List<String> order = events.stream().filter(counts).map(Event::build).toList();
    return builds.stream().sorted().sorted(Comparator.comparingInt(order::lastIndexOf)).toList();
  }
}
