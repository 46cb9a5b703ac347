package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.LogicalTarget;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingSummary;
import org.w3id.scokg.rml.RecordListener;

/** The files that a mapping writes: the common output, and one for each logical target. */
final class MapOutput implements AutoCloseable {

  private final Mapping mapping;
  private final StatementFile common;
  private final Map<LogicalTarget, StatementFile> targets = new LinkedHashMap<>();

  private MapOutput(Mapping mapping, StatementFile common) {
    this.mapping = mapping;
    this.common = common;
  }

  /** Begins all files; none is left if one cannot be written. */
  static MapOutput open(String name, Mapping mapping, PrintWriter out) {
    MapOutput output = new MapOutput(mapping, StatementFile.open(name, out));
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
    } catch (RuntimeException e) {
      throw common.failure(e);
    }
  }

  private List<StatementFile> files() {
    List<StatementFile> files = new ArrayList<>(targets.values());
    files.add(common);
    return files;
  }

  /** Ends all files and gives them their names. */
  void finish() {
    files().forEach(StatementFile::finish);
  }

  @Override
  public void close() {
    files().forEach(StatementFile::close);
  }
}
