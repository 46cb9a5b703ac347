package org.w3id.scokg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.propose.Subject;

/**
 * What a reconciliation service is asked for: a query {@code mappings/NAME.link.rq} beside the
 * mapping set {@code mappings/NAME.sssom.tsv}. It selects {@code ?entity} and {@code ?label}, and
 * may select {@code ?type}, an identifier of the service. Every further variable is evidence, and a
 * comment at the head, {@code # property NAME: ID}, says what the service calls it. The comment
 * {@code # identifiers: IRI} says what identifiers of the service start with, where the service
 * does not say it rightly itself.
 */
public final class LinkQuery {

  private static final Pattern PROPERTY = Pattern.compile("(?m)^# *property +(\\w+): *(\\S+) *$");
  private static final Pattern IDENTIFIERS = Pattern.compile("(?m)^# *identifiers: *(\\S+) *$");

  /** Asked where a mapping set has no query of its own. */
  private static final String ANY_ENTITY =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?entity ?label
      WHERE {
        ?entity a ?class ; rdfs:label|skos:prefLabel ?label .
        FILTER (STRSTARTS(STR(?entity), "%s"))
      }
      """;

  private final Query query;
  private final Map<String, String> properties;

  private LinkQuery(Query query, Map<String, String> properties) {
    this.query = query;
    this.properties = properties;
  }

  /**
   * The query beside a mapping set; where there is none, it asks for every entity by its label.
   *
   * @param mappings the mapping set
   * @param project the project whose graph is asked
   * @throws InputException with all that is wrong with the query
   */
  public static LinkQuery beside(Path mappings, Project project) {
    Path file = file(mappings);
    if (!Files.exists(file)) {
      String any = ANY_ENTITY.formatted(project.dataset().entitySpace());
      return new LinkQuery(QueryFactory.create(any), Map.of());
    }
    Diagnostics problems = new Diagnostics();
    Optional<NamedQuery> named = NamedQuery.read(file, project.name(file), problems);
    Optional<Query> query = named.flatMap(n -> n.parse(problems));
    Map<String, String> properties = new LinkedHashMap<>();
    PROPERTY
        .matcher(named.map(NamedQuery::text).orElse(""))
        .results()
        .forEach(found -> properties.put(found.group(1), found.group(2)));
    query.ifPresent(q -> check(q, properties, Location.of(project.name(file)), problems));
    problems.throwIfAny();
    return new LinkQuery(query.orElseThrow(), properties);
  }

  /** What the identifiers of a service start with, if the query beside a mapping set says so. */
  public static Optional<String> identifiers(Path mappings) {
    Path file = file(mappings);
    try {
      return Files.exists(file)
          ? IDENTIFIERS
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1))
              .findFirst()
          : Optional.empty();
    } catch (IOException e) {
      // Whoever runs the query is told.
      return Optional.empty();
    }
  }

  private static Path file(Path mappings) {
    String name = String.valueOf(mappings.getFileName()).replaceAll("(\\.sssom)?\\.tsv$", "");
    return mappings.resolveSibling(name + ".link.rq");
  }

  private static void check(
      Query query, Map<String, String> properties, Location place, Diagnostics problems) {
    List<String> selected = query.isSelectType() ? query.getResultVars() : List.of();
    for (String variable : List.of("entity", "label")) {
      if (!selected.contains(variable)) {
        problems.accept(
            new Diagnostic(
                place,
                "the query does not select ?" + variable,
                "a service is asked for each ?entity by its ?label",
                "select it"));
      }
    }
    for (String variable : selected) {
      if (!List.of("entity", "label", "type").contains(variable)
          && !properties.containsKey(variable)) {
        problems.accept(
            new Diagnostic(
                place,
                "nothing says which property ?" + variable + " is",
                "what is selected besides ?entity, ?label and ?type is evidence, compared with a"
                    + " property of the service",
                "add a line '# property " + variable + ": ID' at the top"));
      }
    }
    for (String variable : properties.keySet()) {
      if (!selected.contains(variable)) {
        problems.accept(
            new Diagnostic(
                place,
                "the query does not select ?" + variable,
                "its head says which property of the service it is",
                "select it, or remove the line"));
      }
    }
  }

  /**
   * The entities that a service is to be asked for, in order of their IRIs.
   *
   * @param database the graph
   * @param dataset whose prefixes name the classes
   * @param classes the IRIs of classes, of one of which an entity must be; none for any
   */
  public List<Subject> subjects(DatasetGraph database, Dataset dataset, List<String> classes) {
    database.begin(ReadWrite.READ);
    try {
      List<Subject> subjects = new ArrayList<>();
      for (LinkSubject found : run(database)) {
        Set<String> types = types(found.entity(), database);
        if (classes.isEmpty() || classes.stream().anyMatch(types::contains)) {
          subjects.add(found.subject(types.stream().map(dataset::shorten).toList(), properties));
        }
      }
      return subjects;
    } finally {
      database.end();
    }
  }

  private Iterable<LinkSubject> run(DatasetGraph database) {
    Map<String, LinkSubject> found = new TreeMap<>();
    try (QueryExec exec =
        QueryExec.dataset(database).query(query).set(ARQ.httpServiceAllowed, false).build()) {
      RowSet rows = exec.select();
      while (rows.hasNext()) {
        var row = rows.next();
        Node entity = row.get("entity");
        if (entity != null && entity.isURI() && row.contains("label")) {
          found.computeIfAbsent(entity.getURI(), LinkSubject::new).add(row);
        }
      }
    }
    return found.values();
  }

  private static Set<String> types(String entity, DatasetGraph database) {
    Set<String> types = new TreeSet<>();
    database
        .findNG(Node.ANY, NodeFactory.createURI(entity), RDF.type.asNode(), Node.ANY)
        .forEachRemaining((Quad quad) -> types.add(quad.getObject().toString()));
    return types;
  }
}
