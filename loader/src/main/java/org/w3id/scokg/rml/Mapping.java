package org.w3id.scokg.rml;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * One or more RML files, read and checked. A mapping can be run any number of times; each run reads
 * its sources anew. Instances are immutable and may be shared between threads.
 */
public final class Mapping {

  private final MappingGraph graph;
  private final Map<Resource, TriplesMap> maps;
  private final MappingOptions options;

  private Mapping(MappingGraph graph, Map<Resource, TriplesMap> maps, MappingOptions options) {
    this.graph = graph;
    this.maps = maps;
    this.options = options;
  }

  /**
   * Reads mapping files in Turtle as one mapping, so that a triples map may refer to one of another
   * file.
   *
   * @param files the files
   * @param options what the files do not say
   * @throws InputException listing everything that is wrong with them, if anything is
   */
  public static Mapping read(List<Path> files, MappingOptions options) {
    Diagnostics problems = new Diagnostics();
    Map<Path, String> names = new LinkedHashMap<>();
    files.forEach(file -> names.put(file, options.name(file)));
    MappingGraph graph = MappingGraph.read(names, problems);
    problems.throwIfAny();
    MappingProblems reporter = new MappingProblems(graph, problems);
    Map<Resource, TriplesMap> maps = new MappingReader(graph, reporter, options).read();
    problems.throwIfAny();
    return new Mapping(graph, maps, options);
  }

  /**
   * Maps all records of all sources, each source in one pass, and hands the statements of all of
   * them, also those with a logical target, to one handler.
   *
   * @param out takes the statements, with no {@code startRDF} before and no {@code endRDF} after
   * @param listener is told of each record before its statements come
   * @param problems takes what is wrong with references, records and values
   * @return what was done; records that failed count as read
   */
  public MappingSummary run(RDFHandler out, RecordListener listener, Diagnostics problems) {
    return run(out, Map.of(), listener, problems);
  }

  /**
   * Maps all records of all sources, each source in one pass.
   *
   * @param out takes the statements that have no logical target
   * @param targets take the others: one handler for each of {@link #targets}
   * @param listener is told of each record before its statements come
   * @param problems takes what is wrong with references, records and values
   * @return what was done; records that failed count as read
   */
  public MappingSummary run(
      RDFHandler out,
      Map<LogicalTarget, ? extends RDFHandler> targets,
      RecordListener listener,
      Diagnostics problems) {
    Map<LogicalTarget, StatementSink<Value>> sinks = new LinkedHashMap<>();
    targets.forEach((target, handler) -> sinks.put(target, new HandlerSink(handler)));
    return run(new Sinks<>(new HandlerSink(out), sinks), listener, problems);
  }

  /**
   * Maps all records of all sources, each source in one pass, and writes all statements as N-Quads
   * in UTF-8. This is the fastest way to a file: a statement takes no object.
   *
   * @param out takes the bytes, in large pieces; it is neither flushed nor closed
   * @param listener is told of each record before its statements come
   * @param problems takes what is wrong with references, records and values
   * @return what was done; records that failed count as read
   * @throws UncheckedIOException if the stream cannot be written to
   */
  public MappingSummary writeNQuads(
      OutputStream out, RecordListener listener, Diagnostics problems) {
    try (WriteBehind writer = new WriteBehind(out, NQuadsSink.PIECE)) {
      NQuadsSink sink = new NQuadsSink(writer);
      MappingSummary summary = run(new Sinks<>(sink, Map.of()), listener, problems);
      sink.flush();
      writer.finish();
      return summary;
    }
  }

  private <T> MappingSummary run(Sinks<T> sinks, RecordListener listener, Diagnostics problems) {
    return new MappingRun<>(graph, maps, options, sinks, listener, problems).run();
  }

  /** The logical targets that term maps name, in the order in which they stand in the files. */
  public Set<LogicalTarget> targets() {
    Set<LogicalTarget> targets = new LinkedHashSet<>();
    maps.values().stream()
        .flatMap(TriplesMap::termMaps)
        .forEach(map -> targets.addAll(map.targets()));
    return targets;
  }

  /**
   * The columns that the mapping reads, by the names of the tables they are in. Columns that only a
   * join reads are among them.
   */
  public Map<String, Set<String>> columnsRead() {
    Map<String, Set<String>> columns = new TreeMap<>();
    for (TriplesMap map : maps.values()) {
      columns
          .computeIfAbsent(map.source().name(), n -> new TreeSet<>())
          .addAll(map.references().toList());
      for (var link : map.predicateObjectMaps()) {
        for (var parent : link.parents()) {
          TriplesMap other = maps.get(parent.parent());
          if (other != null) {
            Set<String> read = columns.computeIfAbsent(other.source().name(), n -> new TreeSet<>());
            parent.conditions().forEach(c -> read.addAll(c.parent().references().toList()));
          }
        }
      }
    }
    return columns;
  }

  /**
   * The predicates and classes that the mapping names itself, not by a template or a column, and
   * the lines on which it names them.
   */
  public Map<IRI, List<Location>> termsNamed() {
    Map<IRI, List<Location>> places = new LinkedHashMap<>();
    for (TriplesMap map : maps.values()) {
      map.classes().forEach(type -> name(type, map.subject().node(), Rml.CLASS, places));
      for (var link : map.predicateObjectMaps()) {
        for (TermMap predicate : link.predicates()) {
          if (predicate.expression().orElse(null) instanceof Expression.Constant constant
              && constant.value() instanceof IRI term) {
            name(term, predicate.node(), Rml.PREDICATE, places);
          }
        }
      }
    }
    return places;
  }

  private void name(IRI term, Resource node, IRI property, Map<IRI, List<Location>> places) {
    List<Location> known = places.computeIfAbsent(term, t -> new ArrayList<>());
    Location place = graph.place(node, property, term);
    if (!known.contains(place)) {
      known.add(place);
    }
  }

  /** The sources by the names that messages show, and where they are. */
  public Map<String, Path> sources() {
    Map<String, Path> files = new TreeMap<>();
    maps.values().forEach(map -> files.put(map.source().name(), map.source().file().path()));
    return files;
  }
}
