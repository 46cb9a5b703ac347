package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.LogicalTarget;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingSummary;
import org.w3id.scokg.rml.RecordListener;
import org.w3id.scokg.store.LoadOptions;
import org.w3id.scokg.store.LoadReport;

/** What a mapping writes: the common output, and a file for each logical target. */
final class MapOutput implements AutoCloseable {

  private final Mapping mapping;
  private final StatementOutput common;
  private final Map<LogicalTarget, StatementFile> targets = new LinkedHashMap<>();

  private MapOutput(Mapping mapping, StatementOutput common) {
    this.mapping = mapping;
    this.common = common;
  }

  /**
   * Begins all files; none is left if one cannot be written.
   *
   * @param load how a database is made, if the output is one
   */
  static MapOutput open(String name, Mapping mapping, LoadOptions load, PrintWriter out) {
    StatementOutput common =
        DatabaseOutput.isNamed(name)
            ? new DatabaseOutput(name, load)
            : StatementFile.open(name, out);
    MapOutput output = new MapOutput(mapping, common);
    try {
      mapping.targets().forEach(t -> output.targets.put(t, StatementFile.open(t)));
      return output;
    } catch (RuntimeException e) {
      output.close();
      throw e;
    }
  }

  /** Runs the mapping into the files. */
  MappingSummary write(RecordListener listener, Diagnostics problems) {
    try {
      if (targets.isEmpty() && common.takesNQuads()) {
        return mapping.writeNQuads(common.stream(), listener, problems);
      }
      Map<LogicalTarget, RDFHandler> handlers = new LinkedHashMap<>();
      targets.forEach((target, file) -> handlers.put(target, file.handler()));
      return mapping.run(common.handler(), handlers, listener, problems);
    } catch (OutOfMemoryError e) {
      if (common instanceof DatabaseOutput database) {
        throw database.outOfMemory(e);
      }
      throw e;
    } catch (RuntimeException e) {
      throw common.failure(e);
    }
  }

  /** What the database holds that was made, if one was. */
  Optional<LoadReport> database() {
    return common instanceof DatabaseOutput database ? database.report() : Optional.empty();
  }

  private List<StatementOutput> files() {
    List<StatementOutput> files = new ArrayList<>(targets.values());
    files.add(common);
    return files;
  }

  /** Ends all files and gives them their names. */
  void finish() {
    files().forEach(StatementOutput::finish);
  }

  @Override
  public void close() {
    files().forEach(StatementOutput::close);
  }
}
