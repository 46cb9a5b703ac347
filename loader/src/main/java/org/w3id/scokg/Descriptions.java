package org.w3id.scokg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * What a project says of its graph besides the facts.
 *
 * @param ontology the ontology's triples
 * @param shapes the shapes' triples
 * @param dataset the description of the dataset
 * @param queries the named queries as examples
 * @param problems all that is wrong with these
 */
record Descriptions(
    List<Triple> ontology,
    List<Triple> shapes,
    List<Triple> dataset,
    List<Triple> queries,
    List<Diagnostic> problems) {

  static Descriptions read(Project project) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Triple> ontology = new ArrayList<>();
    for (Path file : project.ontologyFiles()) {
      ontology.addAll(turtle(project, file, problems));
    }
    List<Triple> queries = new ArrayList<>();
    for (NamedQuery query : NamedQuery.all(project, problems::add)) {
      queries.addAll(query.describe(project.dataset(), problems::add));
    }
    return new Descriptions(
        ontology,
        turtle(project, project.shapesFile(), problems),
        turtle(project, project.datasetFile(), problems),
        queries,
        problems);
  }

  private static List<Triple> turtle(Project project, Path file, List<Diagnostic> problems) {
    return TurtleFile.read(file, project.name(file), project.dataset().base(), problems::add);
  }
}
