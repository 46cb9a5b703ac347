package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells of the builds that were published, for feed readers (Atom, RFC 4287). */
final class BuildFeed {

  /** How many are told of at most. */
  private static final int MOST = 50;

  private final Content content;
  private final Dumps dumps;
  private final Supplier<List<Path>> builds;

  /**
   * A feed.
   *
   * @param builds the folders of the builds that were published, the last one first
   */
  BuildFeed(Content content, Dumps dumps, Supplier<List<Path>> builds) {
    this.content = content;
    this.dumps = dumps;
    this.builds = builds;
  }

  /** A build: when it was finished, which its report tells, and what it holds. */
  private record Entry(String id, Instant built, Figures figures) {}

  Answer answer(Visit visit) {
    List<Entry> entries = entries();
    Xml xml = new Xml();
    xml.open(
        "feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", visit.wording().language());
    String dataset = content.site().dataset();
    xml.element("id", dataset + "#builds");
    xml.element("title", content.title(visit).text() + " – " + visit.word("feed.title"));
    Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.get(0).built();
    xml.element("updated", time(updated));
    link(xml, "self", "application/atom+xml", visit.origin() + visit.href("/feed.atom"));
    link(xml, "alternate", "text/html", visit.origin() + visit.href("/dataset"));
    xml.open("author").element("name", author(visit)).close();
    for (int i = 0; i < entries.size(); i++) {
      Optional<Entry> before =
          i + 1 < entries.size() ? Optional.of(entries.get(i + 1)) : Optional.empty();
      entry(xml, visit, entries.get(i), before);
    }
    // What was published before can change while this build is served.
    return Answer.of("application/atom+xml", xml.toString()).header("Cache-Control", "no-cache");
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path build : builds.get()) {
      Path report = build.resolve("report.json");
      if (entries.size() < MOST && Files.isRegularFile(report)) {
        entries.add(
            new Entry(String.valueOf(build.getFileName()), time(report), Figures.of(build)));
      }
    }
    return entries;
  }

  /** A build never changes, so its report is as old as itself. */
  private static Instant time(Path report) {
    try {
      return Files.getLastModifiedTime(report).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String author(Visit visit) {
    List<String> authors = new CitePage(content, visit).authors();
    return authors.isEmpty() ? content.title(visit).text() : String.join(", ", authors);
  }

  private void entry(Xml xml, Visit visit, Entry entry, Optional<Entry> before) {
    xml.open("entry");
    xml.element("id", content.site().dataset() + "#build-" + entry.id());
    xml.element("title", visit.word("feed.entry", entry.id()));
    xml.element("updated", time(entry.built()));
    Figures now = entry.figures();
    String text =
        visit.word(
            "feed.counts",
            Wording.number(now.facts()),
            Wording.number(now.statements()),
            Wording.number(now.inferred()),
            Wording.number(now.links()));
    xml.element(
        "summary", text + before.map(b -> ". " + change(visit, now, b.figures())).orElse("") + ".");
    link(xml, "alternate", "text/html", visit.origin() + visit.href("/dataset"));
    if (entry.id().equals(content.site().buildId())) {
      for (Dumps.File file : dumps.files()) {
        file.content()
            .ifPresent(
                type -> {
                  xml.open(
                      "link",
                      "rel",
                      "enclosure",
                      "type",
                      "application/gzip",
                      "length",
                      String.valueOf(file.size()),
                      "href",
                      visit.origin() + Routes.DUMPS + file.name());
                  xml.close();
                });
      }
    }
    xml.close();
  }

  private static String change(Visit visit, Figures now, Figures before) {
    return visit.word(
        "feed.change",
        signed(now.facts() - before.facts()),
        signed(now.statements() - before.statements()),
        signed(now.links() - before.links()));
  }

  private static String signed(long number) {
    return number == 0 ? "±0" : String.format(Locale.ROOT, "%+d", number).replace('-', '−');
  }

  private static String time(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time);
  }

  private static void link(Xml xml, String relation, String type, String address) {
    xml.open("link", "rel", relation, "type", type, "href", address).close();
  }
}
