package org.w3id.scokg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.GraphBuild.Summary;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.infer.Materialization;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;
import org.w3id.scokg.rml.RecordListener;
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
  private Graph axioms = Graph.emptyGraph;
  private Graph shapes = Graph.emptyGraph;
  private Graph inferred = Graph.emptyGraph;
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
    graph.add(dataset.graph("links"), links.triples());
    graph.add(dataset.graph("mappings"), links.records());
    graph.add(dataset.graph("dataset"), links.linksets());
    add(graph, descriptions.join());
    problems.throwIfAny();

    progress.accept("mapping");
    mapping.orElseThrow().run(new QuadSink(graph::assertQuad), RecordListener.NONE, problems);
    new TableChecks(project, mapping.orElseThrow()).run(problems);
    problems.nextPhase();
    origins = new RowOrigins(mapping.orElseThrow());
    checkStatements(graph.asserted());
    links.check(graph.assertedTriples(), problems);

    progress.accept("inferring");
    Materialization rules = Materialization.of(axioms);
    inferred = rules.apply(graph.assertedTriples());
    graph.add(dataset.graph("inferred"), inferred.find().toList());
    origins = origins.throughPremises(rules.explain(graph.assertedTriples())::premises);
    graph.add(dataset.graph("partitions"), Partitions.of(graph, dataset.iri()));
    return graph;
  }

  /**
   * Checks the graph as a whole.
   *
   * @throws InputException with everything found wrong since the beginning, if anything was
   */
  Summary validate(KnowledgeGraph graph) {
    progress.accept("validating");
    Graph asserted = graph.assertedTriples();
    new ConsistencyGate(axioms, names, origins)
        .check(new DisjointUnion(asserted, inferred))
        .forEach(problems);
    Findings findings =
        new ShapesGate(shapes, project.name(project.shapesFile()), names, origins)
            .check(asserted, introduced(graph), axioms);
    findings.errors().forEach(problems);
    problems.throwIfAny();
    return summary(graph, findings.warnings());
  }

  /**
   * The conclusions, without the types of entities that no row introduces: that these are unknown
   * has been said, and what else they lack follows from it.
   */
  private Graph introduced(KnowledgeGraph graph) {
    Node type = RDF.Nodes.type;
    return KnowledgeGraph.graphOf(
        inferred
            .find()
            .filterKeep(
                t ->
                    !t.predicateMatches(type)
                        || !t.getSubject().isURI()
                        || !t.getSubject().getURI().startsWith(dataset.entitySpace())
                        || graph.assertedTriples().contains(t.getSubject(), type, Node.ANY))
            .toList());
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
    graph.add(dataset.graph("ontology"), descriptions.ontology());
    graph.add(dataset.graph("dataset"), descriptions.dataset());
    graph.add(dataset.graph("queries"), descriptions.queries());
    axioms = KnowledgeGraph.graphOf(descriptions.ontology());
    shapes = KnowledgeGraph.graphOf(descriptions.shapes());
  }

  private void checkStatements(DatasetGraph asserted) {
    new VocabularyGate(axioms, names, origins).check(asserted).forEach(problems);
    new ReferenceGate(dataset.base(), names, origins).check(asserted).forEach(problems);
    EvidenceGate.of(dataset.base(), names, origins)
        .comparing(new TextsAtHand(project, sources))
        .check(asserted)
        .forEach(problems);
  }

  private Summary summary(KnowledgeGraph graph, List<Diagnostic> warnings) {
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
        linkCount,
        warnings);
  }
}
