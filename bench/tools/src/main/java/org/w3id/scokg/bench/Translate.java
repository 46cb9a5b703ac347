package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleNamespace;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;

/**
 * Merges mapping files into one, and writes it twice, as {@code mapping.rml.ttl} in the vocabulary
 * of RML and as {@code mapping.legacy.ttl} in the one that preceded it: {@code Translate DIR
 * MAPPING...}. The sources they read must lie in or below DIR.
 *
 * <p>Each term has a counterpart, but for two. A source's path becomes the source itself. {@code
 * rml:null ""} has none and needs none: CARML takes an empty cell for no value. A term that is not
 * known here ends the translation, so that nothing is left out in silence.
 */
final class Translate {

  private static final String RML = "http://w3id.org/rml/";
  private static final String LEGACY = "http://semweb.mmlab.be/ns/rml#";
  private static final String R2RML = "http://www.w3.org/ns/r2rml#";
  private static final String QL = "http://semweb.mmlab.be/ns/ql#";

  private static final IRI SOURCE = Values.iri(RML, "source");
  private static final IRI PATH = Values.iri(RML, "path");
  private static final IRI ITERATOR = Values.iri(RML, "iterator");
  private static final IRI NULL = Values.iri(RML, "null");
  private static final IRI LOGICAL_SOURCE = Values.iri(RML, "logicalSource");

  private static final Set<String> IN_LEGACY =
      Set.of(
          "logicalSource",
          "source",
          "reference",
          "referenceFormulation",
          "iterator",
          "languageMap",
          "datatypeMap");
  private static final Set<String> IN_QL = Set.of("CSV", "JSONPath", "XPath");
  private static final Set<String> IN_R2RML =
      Set.of(
          "TriplesMap",
          "IRI",
          "Literal",
          "BlankNode",
          "subjectMap",
          "subject",
          "predicateObjectMap",
          "predicateMap",
          "predicate",
          "objectMap",
          "object",
          "graphMap",
          "graph",
          "class",
          "template",
          "constant",
          "termType",
          "language",
          "datatype",
          "parentTriplesMap",
          "joinCondition",
          "child",
          "parent",
          "defaultGraph");

  private final Path directory;

  /** Where each mapping file stood, by the base IRI it was read with. */
  private final Map<String, Path> folders = new TreeMap<>();

  private Translate(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]).toAbsolutePath().normalize();
    List<Path> files = Arrays.stream(args).skip(1).map(Path::of).toList();
    Translate translation = new Translate(directory);
    Model merged = translation.merge(files);
    write(merged, Map.of("rml", RML), directory.resolve("mapping.rml.ttl"));
    write(
        translation.translate(merged),
        Map.of("rml", LEGACY, "rr", R2RML, "ql", QL),
        directory.resolve("mapping.legacy.ttl"));
  }

  /** All files as one, with paths as seen from the directory, and one logical source a table. */
  private Model merge(List<Path> files) throws IOException {
    Model merged = new LinkedHashModel();
    for (Path file : files) {
      // Not the file's own address, so that the output is the same wherever the files are.
      String base = "https://example.org/mappings/" + file.getFileName();
      Path folder = file.toAbsolutePath().getParent();
      try (Reader reader = Files.newBufferedReader(file)) {
        for (Statement statement : Rio.parse(reader, base, RDFFormat.TURTLE)) {
          merged.add(
              statement.getSubject(),
              statement.getPredicate(),
              statement.getPredicate().equals(PATH)
                  ? relocated(folder, statement.getObject())
                  : statement.getObject());
        }
      }
    }
    return withSourcesShared(merged);
  }

  private Value relocated(Path folder, Value path) {
    Path table = folder.resolve(path.stringValue()).normalize();
    if (!table.startsWith(directory)) {
      throw new IllegalArgumentException(table + " does not lie in " + directory);
    }
    return Values.literal(directory.relativize(table).toString());
  }

  /** CARML wants a table to be described once, however many triples maps read it. */
  private static Model withSourcesShared(Model model) {
    Map<Value, Value> first = new HashMap<>();
    Map<String, Value> byPath = new TreeMap<>();
    for (Value source : model.filter(null, LOGICAL_SOURCE, null).objects()) {
      first.put(source, byPath.computeIfAbsent(pathAndIterator(model, source), path -> source));
    }
    Model shared = new LinkedHashModel();
    for (Statement s : model) {
      if (first.getOrDefault(s.getSubject(), s.getSubject()).equals(s.getSubject())) {
        Value object = first.getOrDefault(s.getObject(), s.getObject());
        shared.add(s.getSubject(), s.getPredicate(), object);
      }
    }
    return shared;
  }

  private static String pathAndIterator(Model model, Value logicalSource) {
    Value source = only(model, logicalSource, SOURCE);
    return only(model, source, PATH)
        + " "
        + model.filter((Resource) logicalSource, ITERATOR, null).objects();
  }

  private static Value only(Model model, Value node, IRI property) {
    return model.filter((Resource) node, property, null).objects().iterator().next();
  }

  private Model translate(Model model) {
    Set<Value> sources = model.filter(null, SOURCE, null).objects();
    Model legacy = new LinkedHashModel();
    for (Statement s : model) {
      if (s.getPredicate().equals(SOURCE)) {
        Value path = only(model, s.getObject(), PATH);
        legacy.add(s.getSubject(), (IRI) legacy(SOURCE), path);
      } else if (sources.contains(s.getSubject())) {
        requireEmptyNull(s);
      } else {
        legacy.add(s.getSubject(), (IRI) legacy(s.getPredicate()), legacy(s.getObject()));
      }
    }
    return legacy;
  }

  private static void requireEmptyNull(Statement ofSource) {
    if (ofSource.getPredicate().equals(NULL) && !ofSource.getObject().stringValue().isEmpty()) {
      throw new IllegalArgumentException("CARML has no counterpart of " + ofSource);
    }
  }

  private static Value legacy(Value term) {
    if (!(term instanceof IRI iri) || !iri.getNamespace().equals(RML)) {
      return term;
    }
    String name = iri.getLocalName();
    if (IN_QL.contains(name)) {
      return Values.iri(QL, name);
    }
    if (IN_LEGACY.contains(name)) {
      return Values.iri(LEGACY, name);
    }
    if (IN_R2RML.contains(name)) {
      return Values.iri(R2RML, name);
    }
    throw new IllegalArgumentException("no counterpart is known of rml:" + name);
  }

  private static void write(Model model, Map<String, String> prefixes, Path file)
      throws IOException {
    prefixes.forEach((prefix, name) -> model.setNamespace(new SimpleNamespace(prefix, name)));
    try (Writer out = Files.newBufferedWriter(file)) {
      Rio.write(model, out, RDFFormat.TURTLE);
    }
  }
}
