package org.w3id.scokg.propose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.link.TsvRow;
import org.w3id.scokg.link.TsvTable;
import org.w3id.scokg.link.WholeFile;

/**
 * Proposals in their file, one a row, which a spreadsheet may show and edit. A decision, once made,
 * stays. Not thread-safe.
 */
public final class ReviewFile {

  private static final String MAPPINGS = "#mappings: ";

  private final Path file;
  private final String name;
  private TsvTable table;

  private ReviewFile(Path file, String name, TsvTable table) {
    this.file = file;
    this.name = name;
    this.table = table;
  }

  /** Where the proposals for a mapping set are kept, unless somewhere else. */
  public static Path beside(Path mappings) {
    String file = String.valueOf(mappings.getFileName()).replaceAll("(\\.sssom)?\\.tsv$", "");
    return mappings.resolveSibling(file + ".review.tsv");
  }

  /**
   * Begins a file, which is there once something is proposed.
   *
   * @param file where it will be
   * @param name the path as messages should show it
   * @param mappings the mapping set that links are sought for
   */
  public static ReviewFile begin(Path file, String name, Path mappings) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    String target = folder.relativize(mappings.toAbsolutePath()).toString();
    TsvTable empty = new TsvTable(List.of(MAPPINGS + target), Proposal.COLUMNS, List.of());
    return new ReviewFile(file, name, empty);
  }

  /**
   * Opens a file.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @throws InputException with all that is wrong with it
   */
  public static ReviewFile open(Path file, String name) {
    ReviewFile review = new ReviewFile(file, name, TsvTable.read(file, name));
    review.check();
    return review;
  }

  private void check() {
    Diagnostics problems = new Diagnostics();
    if (target().isEmpty()) {
      problems.accept(
          new Diagnostic(
              Location.of(name, 1),
              "the review file does not name its mapping set",
              "what is accepted goes there",
              "begin it with a line: " + MAPPINGS + "NAME.sssom.tsv"));
    }
    for (String column : Proposal.COLUMNS) {
      if (!table.columns().contains(column)) {
        problems.accept(
            new Diagnostic(
                Location.of(name, table.head().size() + 1L),
                "the column '%s' is missing".formatted(column),
                "a review file has: " + String.join(", ", Proposal.COLUMNS),
                "add it"));
      }
    }
    problems.throwIfAny();
    table.rows().forEach(row -> checkState(row, problems));
    problems.throwIfAny();
  }

  private static void checkState(TsvRow row, Diagnostics problems) {
    List<String> states = Arrays.stream(State.values()).map(State::toString).toList();
    if (!states.contains(row.cell("state"))) {
      problems.accept(
          new Diagnostic(
              row.location(),
              "state '%s' is not known".formatted(row.cell("state")),
              "a proposal is: " + String.join(", ", states),
              Suggestion.nearest(row.cell("state"), states)
                  .map(near -> "write '%s'".formatted(near))
                  .orElse("write 'open' to have it reviewed again")));
    }
  }

  private Optional<String> target() {
    return table.head().stream()
        .filter(line -> line.startsWith(MAPPINGS))
        .map(line -> line.substring(MAPPINGS.length()).strip())
        .findFirst();
  }

  /** The mapping set that links are sought for. */
  public Path mappings() {
    return file.resolveSibling(target().orElseThrow()).normalize();
  }

  /** The path as messages show it. */
  public String name() {
    return name;
  }

  /** The proposals, in the order of the file. */
  public List<Proposal> proposals() {
    return table.rows().stream().map(Proposal::new).toList();
  }

  /**
   * Takes in what is proposed now, and writes the file. For the same subjects, this takes the place
   * of what was proposed before, unless that has been decided.
   */
  void merge(List<Proposal> proposed) {
    refresh();
    Set<String> subjects = new HashSet<>();
    proposed.forEach(p -> subjects.add(p.subject()));
    List<Proposal> merged = new ArrayList<>(proposals());
    merged.removeIf(p -> p.isOpen() && subjects.contains(p.subject()));
    Set<Proposal.Link> known = new HashSet<>();
    merged.forEach(p -> known.add(p.link()));
    proposed.stream().filter(p -> known.add(p.link())).forEach(merged::add);
    // The sort is stable: proposals for one subject stay in the order of their scores.
    merged.sort(Comparator.comparing(Proposal::subject));
    write(merged);
  }

  /** Notes a decision in the place of the proposal that it decides, and writes the file. */
  void note(Proposal decided) {
    refresh();
    List<Proposal> changed = new ArrayList<>(proposals());
    int place = changed.stream().map(Proposal::link).toList().indexOf(decided.link());
    if (place >= 0) {
      changed.set(place, decided);
    } else {
      changed.add(decided);
      changed.sort(Comparator.comparing(Proposal::subject));
    }
    write(changed);
  }

  /** Notes the decision that settles an entity, for which nothing else is then proposed. */
  void settle(Proposal decided) {
    note(decided);
    List<Proposal> rest = new ArrayList<>(proposals());
    rest.removeIf(
        p ->
            p.subject().equals(decided.subject())
                && !p.link().equals(decided.link())
                && (p.isOpen() || !p.isCandidate()));
    write(rest);
  }

  /** Reads what others have decided meanwhile. */
  private void refresh() {
    if (Files.exists(file)) {
      table = open(file, name).table;
    }
  }

  private TsvTable table(List<Proposal> proposals) {
    List<TsvRow> rows = proposals.stream().map(Proposal::row).toList();
    return new TsvTable(table.head(), table.columns(), rows);
  }

  private void write(List<Proposal> proposals) {
    table = table(proposals);
    WholeFile.write(file, name, table.text());
  }
}
