package org.w3id.scokg.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Checks the evidence of one fact.
 *
 * @param provenance the evidence
 * @param report takes the problems
 * @param texts the texts of sources that can be relied on
 */
record FactCheck(Provenance provenance, Report report, Map<Node, CitedText> texts) {

  void check(Node fact) {
    List<Node> sources = provenance.values(fact, Evidence.DERIVED_FROM);
    List<Node> cited = new ArrayList<>();
    for (Node target : provenance.values(fact, Evidence.HAS_TARGET)) {
      List<Node> of = provenance.values(target, Evidence.HAS_SOURCE);
      cited.addAll(of);
      of.forEach(source -> checkCitation(fact, target, source));
    }
    TreeSet<Node> all = new TreeSet<>(NodeCmp::compareRDFTerms);
    all.addAll(sources);
    all.addAll(cited);
    for (Node source : all) {
      if (!provenance.isDescribed(source)) {
        notDescribed(fact, source);
      } else if (!sources.contains(source)) {
        add(fact, "cites %s and is not derived from it", source, "state prov:wasDerivedFrom, too");
      } else if (!cited.contains(source)) {
        add(fact, "cites no place in %s", source, "state the place (oa:hasTarget, oa:hasSource)");
      }
    }
    if (all.isEmpty()) {
      add(fact, "names no source", fact, "state the source in the register");
    }
  }

  private void checkCitation(Node fact, Node target, Node source) {
    if (provenance.isDescribed(source)) {
      Optional<CitedText> text = Optional.ofNullable(texts.get(source));
      new CitationCheck(provenance, report, new Citation(fact, target, source), text).check();
    }
  }

  private void notDescribed(Node fact, Node source) {
    String fix = report.didYouMean(source, provenance.beside(source)) + "describe the source";
    add(fact, "is taken from %s, which is not a described source", source, fix);
  }

  private void add(Node fact, String what, Node source, String fix) {
    report.add(
        report.rows(provenance.name(), fact, Node.ANY, Node.ANY),
        report.name(fact) + " " + what.formatted(report.name(source)),
        EvidenceGate.WHY,
        fix);
  }
}
