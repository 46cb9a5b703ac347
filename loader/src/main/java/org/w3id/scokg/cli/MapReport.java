package org.w3id.scokg.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.Progress;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.MappingSummary;
import org.w3id.scokg.rml.RecordListener;
import org.w3id.scokg.rml.Rejection;
import org.w3id.scokg.store.LoadProgress;
import org.w3id.scokg.store.LoadReport;

/** Tells how a mapping gets on, what it left out, and in the end what it has done. */
final class MapReport implements RecordListener, LoadProgress, AutoCloseable {

  private final Output output;
  private final RejectFile rejects;
  private final Diagnostics kept = new Diagnostics();
  private final Progress progress;

  MapReport(Output output, RejectFile rejects) {
    this.output = output;
    this.rejects = rejects;
    this.progress = new Progress(output::progress);
  }

  @Override
  public void record(String source, long line) {
    progress.record(source, line);
  }

  @Override
  public void at(Phase phase, long done, long total) {
    progress.at(phase, done, total);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejects.add(rejection);
  }

  @Override
  public void kept(List<Diagnostic> problems) {
    problems.forEach(kept);
  }

  /** Says what was done, and keeps the file of what was left out. */
  void finish(MappingSummary summary, Optional<LoadReport> database) throws IOException {
    rejects.finish();
    output.progressDone();
    output.warnings(kept.list());
    output.note(text(summary));
    database.ifPresent(made -> output.note(DatabaseText.of(made)));
    if (output.isJson()) {
      JsonObject document = json(summary);
      database.ifPresent(made -> document.put("database", DatabaseText.json(made)));
      output.result(document);
    }
  }

  private String text(MappingSummary summary) {
    long mapped = summary.read() - summary.rejected();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s read, %s made",
            count(summary.read(), "record"), count(summary.statements(), "statement")));
    if (summary.rejected() > 0) {
      text.append(
          String.format(
              "; %s mapped, %,d rejected: %s",
              count(mapped, "record"), summary.rejected(), rejects.name()));
    }
    long flaws = kept.list().size() + kept.omitted();
    if (flaws > 0) {
      text.append("; ").append(count(flaws, "warning"));
    }
    return text.toString();
  }

  private static String count(long number, String noun) {
    return String.format("%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  private JsonObject json(MappingSummary summary) {
    JsonObject document = new JsonObject();
    document.put("ok", true);
    document.put("read", summary.read());
    document.put("rejected", summary.rejected());
    document.put("statements", summary.statements());
    document.put("warnings", Output.array(kept.list()));
    document.put("omitted", kept.omitted());
    return document;
  }

  /** Removes what was left out if it was not kept. */
  @Override
  public void close() {
    rejects.close();
  }
}
