package org.w3id.scokg.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;

/** A Turtle file read with suspicion: what nobody asked for is a problem too. Not thread-safe. */
final class ConfigFile {

  /** What may be said of anything besides its own properties. */
  private static final Set<Property> COMMON = Set.of(RDF.type, RDFS.label, RDFS.comment);

  private final String name;
  private final String base;
  private final Diagnostics problems;
  private final Model model = ModelFactory.createDefaultModel();
  private final Set<Resource> read = new HashSet<>();

  /**
   * Parses a file.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @param problems where its problems go
   */
  ConfigFile(Path file, String name, Diagnostics problems) {
    this.name = name;
    this.problems = problems;
    this.base = file.toUri().toString();
    if (Files.isRegularFile(file)) {
      parse(file);
    } else {
      report(
          "there is no such file",
          "it says which database is served and under which name",
          "restore the file, or correct the path that names it");
    }
  }

  private void parse(Path file) {
    try {
      RDFParser.source(file)
          .lang(Lang.TURTLE)
          .base(base)
          .errorHandler(new TurtleProblems(name, problems))
          .parse(model);
    } catch (RiotException e) {
      if (problems.isEmpty()) {
        // A fault of the text came through the handler, with its line; so the file is unreadable.
        report("the file cannot be read: " + e.getMessage(), "it must be", "correct its mode");
      }
    }
  }

  /** The things of a type, in the order of their names. */
  List<Resource> typed(Resource type) {
    return model.listSubjectsWithProperty(RDF.type, type).toList().stream()
        .sorted(Comparator.comparing(this::show))
        .toList();
  }

  /** Notes that a thing was read, and reports every property of it that is not one of these. */
  void expect(Resource thing, List<Property> known) {
    read.add(thing);
    thing.listProperties().mapWith(statement -> statement.getPredicate()).toSet().stream()
        .filter(property -> !known.contains(property) && !COMMON.contains(property))
        .forEach(property -> reportUnknown(thing, property, known));
  }

  private void reportUnknown(Resource thing, Property property, List<Property> known) {
    List<String> names = known.stream().map(this::show).toList();
    report(
        show(thing) + " has the property '" + show(property) + "', which is not understood",
        "what is understood here: " + String.join(", ", names),
        Suggestion.nearest(show(property), names)
            .map(nearest -> "write '" + nearest + "'")
            .orElse("remove it"));
  }

  /** The one value of a property; where there is none or another number, that is reported. */
  Optional<RDFNode> one(Resource thing, Property property) {
    List<RDFNode> values = values(thing, property);
    if (values.size() == 1) {
      return Optional.of(values.get(0));
    }
    report(
        "%s has %d values of '%s'".formatted(show(thing), values.size(), show(property)),
        "it needs exactly one",
        values.isEmpty() ? "add it" : "leave one of them");
    return Optional.empty();
  }

  /** The one string of a property; where there is no such thing, that is reported. */
  Optional<String> text(Resource thing, Property property) {
    Optional<RDFNode> value = one(thing, property);
    if (value.isPresent() && !value.get().isLiteral()) {
      report(
          "'%s' of %s is not a string".formatted(show(property), show(thing)),
          "it is a name or a path",
          "write it in quotation marks");
      return Optional.empty();
    }
    return value.map(node -> node.asLiteral().getLexicalForm());
  }

  /** All values of a property. */
  List<RDFNode> values(Resource thing, Property property) {
    return thing.listProperties(property).mapWith(statement -> statement.getObject()).toList();
  }

  /** Reports everything that is described in the file and was not read. */
  void reportUnread() {
    model
        .listSubjects()
        .filterDrop(read::contains)
        .forEach(
            thing ->
                report(
                    show(thing) + " is described, but nothing leads to it",
                    "services are read, with the endpoints, datasets and contexts they name",
                    "name it where it belongs, or remove it"));
  }

  /** Reports a problem of the file. Turtle's lines are lost once it is parsed. */
  void report(String what, String why, String fix) {
    problems.accept(new Diagnostic(Location.of(name), what, why, fix));
  }

  /** Writes a node as the file would. */
  String show(RDFNode node) {
    if (node.isAnon()) {
      return "a blank node";
    }
    if (node.isLiteral()) {
      return "'" + node.asLiteral().getLexicalForm() + "'";
    }
    String iri = node.asResource().getURI();
    String shortForm = model.qnameFor(iri);
    if (iri.startsWith(base)) {
      return "<" + iri.substring(base.length()) + ">";
    }
    return shortForm == null ? "<" + iri + ">" : shortForm;
  }
}
