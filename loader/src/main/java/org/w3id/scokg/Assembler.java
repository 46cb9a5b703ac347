package org.w3id.scokg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.scokg.GraphBuild.Assembly;
import org.w3id.scokg.GraphBuild.Summary;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.infer.Materialization;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;
import org.w3id.scokg.validate.ConsistencyGate;
import org.w3id.scokg.validate.EvidenceGate;
import org.w3id.scokg.validate.Findings;
import org.w3id.scokg.validate.Names;
import org.w3id.scokg.validate.Origins;
import org.w3id.scokg.validate.ReferenceGate;
import org.w3id.scokg.validate.ShapesGate;
import org.w3id.scokg.validate.VocabularyGate;

/** Takes a project's inputs all the way to a checked graph in memory. */
final class Assembler {

  private final Project project;
  private final Dataset dataset;
  private final List<Path> sources;
  private final Consumer<String> progress;
  private final Diagnostics problems = new Diagnostics();
  private final KnowledgeGraph graph = new KnowledgeGraph();

  Assembler(Project project, List<Path> sources, Consumer<String> progress) {
    this.project = project;
    this.dataset = project.dataset();
    this.sources = sources;
    this.progress = progress;
  }

  Assembly assemble() {
    progress.accept("reading");
    List<Triple> ontology = ontology();
    List<Triple> shapes = turtle(project.shapesFile());
    addDescriptions(ontology);
    Mapping mapping = mapping();
    problems.throwIfAny();

    progress.accept("mapping");
    mapping.run(new QuadSink(graph::assertQuad), org.w3id.scokg.rml.RowListener.NONE, problems);
    new TableChecks(project, mapping).run(problems);
    Origins origins = new RowOrigins(mapping);
    Graph axioms = KnowledgeGraph.graphOf(ontology);
    Names names = new Names(dataset.prefixes());
    checkStatements(axioms, names, origins);

    progress.accept("inferring");
    Materialization rules = Materialization.of(axioms);
    Graph inferred = rules.apply(graph.assertedTriples());
    graph.add(dataset.graph("inferred"), inferred.find().toList());

    progress.accept("validating");
    Origins deep = origins.throughPremises(rules.explain(graph.assertedTriples())::premises);
    List<Diagnostic> warnings =
        checkConclusions(axioms, KnowledgeGraph.graphOf(shapes), inferred, names, deep);
    problems.throwIfAny();
    return new Assembly(graph, summary(warnings));
  }

  private Mapping mapping() {
    return Mapping.read(
        project.mappingFiles(),
        new MappingOptions(
            java.util.Optional.of(dataset.base()),
            project.directory(),
            project.directory(),
            project.namesFrom()));
  }

  private List<Triple> ontology() {
    List<Triple> triples = new ArrayList<>();
    project.ontologyFiles().forEach(file -> triples.addAll(turtle(file)));
    return triples;
  }

  private List<Triple> turtle(Path file) {
    return TurtleFile.read(file, project.name(file), dataset.base(), problems);
  }

  /** The ontology, the dataset and the named queries describe the graph to those who meet it. */
  private void addDescriptions(List<Triple> ontology) {
    graph.add(dataset.graph("ontology"), ontology);
    graph.add(dataset.graph("dataset"), turtle(project.datasetFile()));
    for (NamedQuery query : NamedQuery.all(project, problems)) {
      graph.add(dataset.graph("queries"), query.describe(dataset));
    }
  }

  private void checkStatements(Graph axioms, Names names, Origins origins) {
    var asserted = graph.asserted();
    new VocabularyGate(axioms, names, origins).check(asserted).forEach(problems);
    new ReferenceGate(dataset.base(), names, origins).check(asserted).forEach(problems);
    EvidenceGate.of(dataset.base(), names, origins)
        .comparing(new TextsAtHand(project, sources))
        .check(asserted)
        .forEach(problems);
  }

  private List<Diagnostic> checkConclusions(
      Graph axioms, Graph shapes, Graph inferred, Names names, Origins origins) {
    Graph closure = new org.apache.jena.graph.compose.Union(graph.assertedTriples(), inferred);
    new ConsistencyGate(axioms, names, origins).check(closure).forEach(problems);
    Findings findings =
        new ShapesGate(shapes, project.name(project.shapesFile()), names, origins)
            .check(graph.assertedTriples(), inferred, axioms);
    findings.errors().forEach(problems);
    return findings.warnings();
  }

  private Summary summary(List<Diagnostic> warnings) {
    long facts = 0;
    for (var names = graph.asserted().listGraphNodes(); names.hasNext(); ) {
      Node name = names.next();
      if (!name.getURI().startsWith(dataset.graphSpace())) {
        facts++;
      }
    }
    return new Summary(
        facts,
        graph.assertedTriples().size(),
        graph.size(dataset.graph("inferred")),
        graph.size(dataset.graph("links")),
        warnings);
  }
}
