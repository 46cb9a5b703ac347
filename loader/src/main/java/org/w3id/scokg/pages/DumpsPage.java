package org.w3id.scokg.pages;

import java.util.Optional;

/** The page that lists the dumps. */
final class DumpsPage {

  private final Content content;
  private final Visit visit;
  private final Dumps dumps;

  DumpsPage(Content content, Visit visit, Dumps dumps) {
    this.content = content;
    this.visit = visit;
    this.dumps = dumps;
  }

  Answer answer() {
    return new Layout(content)
        .page(
            visit,
            new Label(visit.word("nav.dumps"), ""),
            Optional.empty(),
            html -> {
              html.element("h1", visit.word("nav.dumps"));
              html.element("p", visit.word("dumps.text", content.site().buildId()));
              table(html);
            });
  }

  /** Writes the files with their sizes and digests. */
  void table(Html html) {
    if (dumps.files().isEmpty()) {
      html.element("p", visit.word("dumps.none"));
      return;
    }
    html.element("h2", visit.word("dumps.files")).open("ul", "class", "files");
    for (Dumps.File file : dumps.files()) {
      html.open("li").link("/dumps/" + file.name(), file.name()).text(" ");
      html.text(visit.word("dumps.bytes", Wording.number(file.size())));
      if (!file.sha256().isEmpty()) {
        html.text(" ").open("small").text("SHA-256 ").element("code", file.sha256()).close();
      }
      html.closeLine();
    }
    html.closeLine();
  }
}
