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
  private static void clash(List<Triple> triples, String what, String axiom, Report report) {
    List<Location> rows = report.rowsOfAll(triples);
    String places = rows.stream().map(Location::toString).collect(Collectors.joining(", "));
    report.add(
        rows.subList(0, 1),
        what,
        "the ontology does not allow it (" + axiom + ")",
        rows.size() == 1 ? "correct the row" : "correct one of " + places);
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
                "%s is a %s and a %s"
                    .formatted(
                        report.name(typed.getSubject()), report.name(other), report.name(type));
            clash(List.of(earlier, typed), what, axiom, report);
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
        String what = report.name(typed.getSubject()) + " is a " + report.name(type);
        clash(List.of(typed), what, "owl:Nothing", report);
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
          clash(List.of(triple), what, "owl:IrreflexiveProperty", report);
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
          clash(List.of(triple, back), what, "owl:AsymmetricProperty", report);
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
          clash(List.of(triple, same), what, axiom, report);
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
          IllFormed.report(triple, range, "rdfs:range of " + report.name(property), report);
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
        report(triple, value.getLiteralDatatype(), "the literal's own datatype", report);
      }
    }

    private static void report(Triple triple, RDFDatatype type, String rule, Report report) {
      String what =
          "%s %s %s is no %s"
              .formatted(
                  report.name(triple.getSubject()),
                  report.name(triple.getPredicate()),
                  report.name(triple.getObject()),
                  report.name(NodeFactory.createURI(type.getURI())));
      report.add(report.rows(triple), what, rule, "correct the value, or give it another datatype");
    }
  }
}
