package org.w3id.scokg.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.diagnostic.Location;

/**
 * One axiom that data can contradict. The names in the comments are those of the <a
 * href="https://www.w3.org/TR/owl2-profiles/#OWL_2_RL">OWL 2 RL rules</a>.
 */
interface Contradiction {

  /** Reports each place where {@code closure} contradicts the axiom. */
  void find(Graph closure, Report report);

  private static List<Triple> all(Graph graph, Node predicate, Node object) {
    return graph.find(Node.ANY, predicate, object).toList();
  }

  /** A clash is shown once, where the first of its triples was stated; the fix names all rows. */
  private static void clash(
      List<Triple> triples, String what, String rule, String axiom, Report report) {
    List<Location> rows =
        triples.stream().flatMap(t -> report.rows(t).stream()).distinct().sorted().toList();
    String fix =
        rows.size() == 1
            ? "correct the row"
            : triples.stream()
                .map(t -> places(t, report) + " (" + claim(t, report) + ")")
                .collect(Collectors.joining(", or ", "correct ", ""));
    report.add(rows.subList(0, 1), what, rule + " (" + axiom + " in the ontology)", fix);
  }

  private static String places(Triple triple, Report report) {
    return report.rows(triple).stream()
        .map(Location::toString)
        .collect(Collectors.joining(" and "));
  }

  private static String claim(Triple triple, Report report) {
    String object = report.name(triple.getObject());
    return triple.getPredicate().equals(RDF.Nodes.type)
        ? object
        : "%s %s %s"
            .formatted(
                report.name(triple.getSubject()), report.name(triple.getPredicate()), object);
  }

  /** cax-dw, cax-adc, cls-com: nothing is an instance of two of these. */
  record DisjointClasses(List<Node> classes, String axiom) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      Map<Node, Node> first = new HashMap<>();
      for (Node type : classes) {
        for (Triple typed : all(closure, RDF.Nodes.type, type)) {
          Node other = first.putIfAbsent(typed.getSubject(), type);
          if (other != null && !other.equals(type)) {
            Triple earlier = Triple.create(typed.getSubject(), RDF.Nodes.type, other);
            String what =
                "%s is both %s and %s"
                    .formatted(
                        report.name(typed.getSubject()), report.name(other), report.name(type));
            clash(List.of(earlier, typed), what, "no thing can be both", axiom, report);
          }
        }
      }
    }
  }

  /** cls-nothing2: nothing is an instance of this. */
  record EmptyClass(Node type) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      for (Triple typed : all(closure, RDF.Nodes.type, type)) {
        String what = report.name(typed.getSubject()) + " is " + report.name(type);
        clash(List.of(typed), what, "no thing can be that", "owl:Nothing", report);
      }
    }
  }

  /** prp-fp and, read backwards, prp-ifp: a thing has one value at most. */
  record SingleValue(Node property, boolean backwards) implements Contradiction {

    @Override
    public void find(Graph closure, Report report) {
      Map<Node, List<Triple>> values = new LinkedHashMap<>();
      for (Triple triple : all(closure, property, Node.ANY)) {
        Node owner = backwards ? triple.getObject() : triple.getSubject();
        values.computeIfAbsent(owner, key -> new ArrayList<>(1)).add(triple);
      }
      values.forEach((owner, triples) -> check(owner, distinct(triples), report));
    }

    private void check(Node owner, List<Triple> distinct, Report report) {
      if (distinct.size() > 1) {
        String listed =
            distinct.stream().map(t -> report.name(value(t))).collect(Collectors.joining(", "));
        String what =
            backwards ? "%s is the %s of more than one: %s" : "%s has more than one %s: %s";
        clash(
            distinct,
            what.formatted(report.name(owner), report.name(property), listed),
            (backwards ? "a thing is the %s of one at most" : "a thing has one %s at most")
                .formatted(report.name(property)),
            backwards ? "owl:InverseFunctionalProperty" : "owl:FunctionalProperty",
            report);
      }
    }

    private Node value(Triple triple) {
      return backwards ? triple.getSubject() : triple.getObject();
    }

    /** Drops nodes without a name, and literals that write the same value in another way. */
    private List<Triple> distinct(List<Triple> triples) {
      if (triples.size() < 2) {
        return triples;
      }
      List<Triple> distinct = new ArrayList<>();
      triples.stream()
          .filter(t -> !value(t).isBlank())
          .sorted(Comparator.comparing(this::value, NodeCmp::compareRDFTerms))
          .filter(t -> distinct.stream().noneMatch(d -> value(d).sameValueAs(value(t))))
          .forEach(distinct::add);
      return distinct;
    }
  }

  /** prp-irp: nothing is linked to itself. */
  record Irreflexive(Node property) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      for (Triple triple : all(closure, property, Node.ANY)) {
        if (triple.getSubject().equals(triple.getObject())) {
          String what =
              "%s %s itself".formatted(report.name(triple.getSubject()), report.name(property));
          clash(
              List.of(triple),
              what,
              report.name(property) + " links nothing to itself",
              "owl:IrreflexiveProperty",
              report);
        }
      }
    }
  }

  /** prp-asyp: no link goes both ways. */
  record Asymmetric(Node property) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      for (Triple triple : all(closure, property, Node.ANY)) {
        Triple back = Triple.create(triple.getObject(), property, triple.getSubject());
        // Each pair is met twice, and a loop is one circle of its own.
        if (NodeCmp.compareRDFTerms(triple.getSubject(), triple.getObject()) <= 0
            && closure.contains(back)) {
          String what =
              "%s %s %s, and the other way round"
                  .formatted(
                      report.name(triple.getSubject()),
                      report.name(property),
                      report.name(triple.getObject()));
          clash(
              List.of(triple, back),
              what,
              report.name(property) + " goes one way only",
              "owl:AsymmetricProperty",
              report);
        }
      }
    }
  }

  /** prp-pdw, prp-adp: no pair is linked by both. */
  record DisjointProperties(Node one, Node other, String axiom) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      for (Triple triple : all(closure, one, Node.ANY)) {
        Triple same = Triple.create(triple.getSubject(), other, triple.getObject());
        if (closure.contains(same)) {
          String what =
              "%s is linked to %s by both %s and %s"
                  .formatted(
                      report.name(triple.getSubject()),
                      report.name(triple.getObject()),
                      report.name(one),
                      report.name(other));
          clash(List.of(triple, same), what, "no two things are linked by both", axiom, report);
        }
      }
    }
  }

  /** dt-not-type with prp-rng: the literals of a property are values of its range. */
  record DataRange(Node property, RDFDatatype range) implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      for (Triple triple : all(closure, property, Node.ANY)) {
        Node value = triple.getObject();
        if (value.isLiteral() && !range.isValidLiteral(value.getLiteral())) {
          String rule = "the range of %s is %s (rdfs:range in the ontology)";
          String type = report.name(NodeFactory.createURI(range.getURI()));
          IllFormed.report(triple, type, rule.formatted(report.name(property), type), report);
        }
      }
    }
  }

  /** dt-not-type: a literal is a value of the datatype it names. */
  record IllFormed() implements Contradiction {
    @Override
    public void find(Graph closure, Report report) {
      closure.find().forEach(triple -> check(triple, report));
    }

    private static void check(Triple triple, Report report) {
      Node value = triple.getObject();
      if (value.isLiteral() && !value.getLiteral().isWellFormed()) {
        String type = report.name(NodeFactory.createURI(value.getLiteralDatatypeURI()));
        report(triple, type, "a literal is a value of the datatype it names", report);
      }
    }

    private static void report(Triple triple, String type, String rule, Report report) {
      String what =
          "%s %s %s is no %s"
              .formatted(
                  report.name(triple.getSubject()),
                  report.name(triple.getPredicate()),
                  report.name(triple.getObject()),
                  type);
      report.add(report.rows(triple), what, rule, "correct the value, or give it another datatype");
    }
  }
}
