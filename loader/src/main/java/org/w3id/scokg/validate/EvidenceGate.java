package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * Refuses facts without evidence.
 *
 * <p>A fact is a named graph, and the graph {@code graph/provenance} tells what it is derived from
 * ({@code prov:wasDerivedFrom}) and which place in that source it cites ({@code oa:hasTarget}). The
 * graphs below {@code graph/} are no facts. A source with a digest must be cited by a span or a
 * row; with its text at hand, the digests are computed again.
 */
public final class EvidenceGate {

  static final String WHY =
      "every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)";

  private final String base;
  private final Names names;
  private final Origins origins;
  private final Set<Node> exempt;
  private final SourceTexts texts;

  private EvidenceGate(
      String base, Names names, Origins origins, Set<Node> exempt, SourceTexts texts) {
    this.base = base;
    this.names = names;
    this.origins = origins;
    this.exempt = Set.copyOf(exempt);
    this.texts = texts;
  }

  /**
   * A gate that has no texts at hand and exempts the graphs below {@code graph/} only.
   *
   * @param base the base IRI of the project
   * @param names how messages write terms
   * @param origins where statements come from
   */
  public static EvidenceGate of(String base, Names names, Origins origins) {
    return new EvidenceGate(base, names, origins, Set.of(), new NoTexts());
  }

  /** This gate, taking these graphs for no facts, too. */
  public EvidenceGate exempting(Set<Node> graphs) {
    return new EvidenceGate(base, names, origins, graphs, texts);
  }

  /** This gate, comparing digests with these texts. */
  public EvidenceGate comparing(SourceTexts atHand) {
    return new EvidenceGate(base, names, origins, exempt, atHand);
  }

  /** Checks the asserted graphs, provenance among them. */
  public List<Diagnostic> check(NamedGraphs data) {
    Report report = new Report(names, origins);
    Node name = NodeFactory.createURI(base + "graph/provenance");
    Provenance provenance = new Provenance(name, data.graph(name));
    Set<Node> described = provenance.facts();
    checkDefaultGraph(data, report);
    Set<Node> graphs = data.names();
    for (Node fact : facts(graphs)) {
      if (!described.contains(fact)) {
        noEvidence(fact, described, report);
      }
    }
    Map<Node, CitedText> sound = new SourceCheck(provenance, texts, report).check();
    for (Node fact : described) {
      if (!isExempt(fact) && !graphs.contains(fact)) {
        noContent(fact, provenance, report);
      }
      new FactCheck(provenance, report, sound).check(fact);
    }
    return report.list();
  }

  private static void checkDefaultGraph(NamedGraphs data, Report report) {
    for (Iterator<Triple> triples = data.defaultGraph().find(); triples.hasNext(); ) {
      Triple triple = triples.next();
      report.add(
          report.rows(
              Quad.defaultGraphIRI, triple.getSubject(), triple.getPredicate(), triple.getObject()),
          "%s %s %s belongs to no fact"
              .formatted(
                  report.name(triple.getSubject()),
                  report.name(triple.getPredicate()),
                  report.name(triple.getObject())),
          "every statement stands in the named graph of a fact, which has its evidence",
          "give the subject map or the predicate-object map a graph map");
    }
  }

  private Set<Node> facts(Set<Node> graphs) {
    Set<Node> facts = new TreeSet<>(Comparator.comparing(Node::toString));
    facts.addAll(graphs);
    facts.removeIf(this::isExempt);
    return facts;
  }

  private boolean isExempt(Node graph) {
    boolean ours = graph.isURI() && graph.getURI().startsWith(base + "graph/");
    return ours || exempt.contains(graph);
  }

  private static void noEvidence(Node fact, Set<Node> described, Report report) {
    report.add(
        report.rows(fact, Node.ANY, Node.ANY, Node.ANY),
        report.name(fact) + " has no evidence",
        WHY,
        report.didYouMean(fact, described) + "register the fact with its source");
  }

  private static void noContent(Node fact, Provenance provenance, Report report) {
    report.add(
        report.rows(provenance.name(), fact, Evidence.HAS_TARGET, Node.ANY),
        "the registered fact " + report.name(fact) + " has no content",
        "a fact is what its named graph states",
        "say what the fact states in one of the content tables, or remove it from the register");
  }

  private record NoTexts() implements SourceTexts {
    @Override
    public Optional<byte[]> of(String fileName) {
      return Optional.empty();
    }

    @Override
    public boolean expects(String fileName) {
      return false;
    }
  }
}
