package org.w3id.scokg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.GraphBuild.Summary;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.infer.Materialization;
import org.w3id.scokg.memory.Role;
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
  private final Names names;
  private long linkCount;
  private long inferredCount;
  private Graph axioms = Graph.emptyGraph;
  private Graph shapes = Graph.emptyGraph;
  private Origins origins = (graph, subject, predicate, object) -> List.of();

  Assembler(Project project, List<Path> sources, Consumer<String> progress) {
    this.project = project;
    this.dataset = project.dataset();
    this.sources = sources;
    this.progress = progress;
    this.names = new Names(dataset.prefixes());
  }

  /**
   * Maps the tables, checks every statement, and draws conclusions.
   *
   * @throws InputException if an input cannot be understood
   */
  KnowledgeGraph assemble() {
    progress.accept("reading");
    KnowledgeGraph graph = new KnowledgeGraph();
    // The descriptions are read beside the mapping: neither needs the other.
    var descriptions = CompletableFuture.supplyAsync(() -> Descriptions.read(project));
    Optional<Mapping> mapping = mapping();
    LinkSets links = LinkSets.read(project, problems);
    linkCount = links.count();
    graph.add(dataset.graph("links"), links.triples(), Role.OTHER);
    graph.add(dataset.graph("mappings"), links.records(), Role.OTHER);
    graph.add(dataset.graph("dataset"), links.linksets(), Role.OTHER);
    add(graph, descriptions.join());
    problems.throwIfAny();

    progress.accept("mapping");
    mapping.orElseThrow().run(new QuadSink(graph::assertQuad), new Progress(progress), problems);
    new TableChecks(project, mapping.orElseThrow()).run(problems);
    problems.nextPhase();
    origins = new RowOrigins(mapping.orElseThrow(), graph.quads().terms());
    checkStatements(graph);
    links.check(graph.assertedTriples(), problems);

    progress.accept("inferring");
    Materialization rules = Materialization.of(axioms);
    List<Triple> inferred = rules.apply(graph.assertedTriples()).find().toList();
    graph.add(dataset.graph("inferred"), inferred, Role.INFERRED);
    inferredCount = inferred.size();
    origins = origins.throughPremises(rules.explain(graph.assertedTriples())::premises);
    graph.add(
        dataset.graph("partitions"), Partitions.of(graph.allTriples(), dataset.iri()), Role.OTHER);
    return graph;
  }

  /**
   * Checks the graph as a whole.
   *
   * @throws InputException with everything found wrong since the beginning, if anything was
   */
  Summary validate(KnowledgeGraph graph) {
    progress.accept("validating");
    new ConsistencyGate(axioms, names, origins).check(graph.closure()).forEach(problems);
    Findings findings =
        new ShapesGate(shapes, project.name(project.shapesFile()), names, origins)
            .check(introduced(graph));
    findings.errors().forEach(problems);
    problems.throwIfAny();
    return summary(graph, findings.warnings());
  }

  /**
   * What the shapes look at, without the types of entities that no row introduces: that these are
   * unknown has been said, and what else they lack follows from it.
   */
  private Graph introduced(KnowledgeGraph graph) {
    Node type = RDF.Nodes.type;
    Graph asserted = graph.assertedTriples();
    List<Triple> unknown =
        graph
            .inferredTriples()
            .find(Node.ANY, type, Node.ANY)
            .filterKeep(
                t ->
                    t.getSubject().isURI()
                        && t.getSubject().getURI().startsWith(dataset.entitySpace())
                        && !asserted.contains(t.getSubject(), type, Node.ANY))
            .toList();
    Graph all = graph.closureWithOntology();
    if (unknown.isEmpty()) {
      return all;
    }
    Graph introduced = KnowledgeGraph.graphOf(all.find().toList());
    unknown.forEach(introduced::delete);
    GraphUtil.addInto(introduced, axioms);
    return introduced;
  }

  /** The mapping, or nothing where it has problems. */
  private Optional<Mapping> mapping() {
    try {
      return Optional.of(
          Mapping.read(
              project.mappingFiles(),
              MappingOptions.in(project.directory())
                  .withBaseIri(Optional.of(dataset.base()))
                  .withNamesFrom(project.namesFrom())));
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
      return Optional.empty();
    }
  }

  /** The ontology, the dataset and the named queries describe the graph to those who meet it. */
  private void add(KnowledgeGraph graph, Descriptions descriptions) {
    descriptions.problems().forEach(problems);
    graph.add(dataset.graph("ontology"), descriptions.ontology(), Role.ONTOLOGY);
    graph.add(dataset.graph("dataset"), descriptions.dataset(), Role.OTHER);
    graph.add(dataset.graph("queries"), descriptions.queries(), Role.OTHER);
    axioms = KnowledgeGraph.graphOf(descriptions.ontology());
    shapes = KnowledgeGraph.graphOf(descriptions.shapes());
  }

  private void checkStatements(KnowledgeGraph graph) {
    Graph asserted = graph.assertedTriples();
    new VocabularyGate(axioms, names, origins).check(asserted).forEach(problems);
    new ReferenceGate(dataset.base(), names, origins).check(asserted).forEach(problems);
    EvidenceGate.of(dataset.base(), names, origins)
        .comparing(new TextsAtHand(project, sources))
        .check(graph.asserted())
        .forEach(problems);
  }

  private Summary summary(KnowledgeGraph graph, List<Diagnostic> warnings) {
    long facts =
        graph.asserted().names().stream()
            .filter(name -> !name.getURI().startsWith(dataset.graphSpace()))
            .count();
    return new Summary(facts, graph.assertedTriples().size(), inferredCount, linkCount, warnings);
  }
}
