package org.w3id.scokg.infer;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * One compiled axiom, woken by every triple that can be its premise. The names in the comments are
 * those of the <a href="https://www.w3.org/TR/owl2-profiles/#OWL_2_RL">OWL 2 RL rules</a>.
 */
interface Rule {

  /** Derives what follows from {@code triple} together with all that the run knows. */
  void fire(Triple triple, Run run);

  /** prp-spo1, prp-eqp, prp-inv, prp-symp: the triple also holds for other properties. */
  record Implied(List<Link> links) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      for (Link link : links) {
        run.derive(link, triple.getSubject(), triple.getObject(), triple);
      }
    }
  }

  /** prp-dom, prp-rng, and cls-svf2: who stands at the start of a link is of these classes. */
  record Start(Link link, List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      run.deriveTypes(link.from(triple), classes, triple);
    }
  }

  /** cax-sco, cax-eqc and the class expressions above: an instance is of these classes, too. */
  record Superclasses(List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      run.deriveTypes(triple.getSubject(), classes, triple);
    }
  }

  /** The second half of a self restriction: who is linked to itself is of these classes. */
  record LinkedToSelf(List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      if (triple.getSubject().equals(triple.getObject())) {
        run.deriveTypes(triple.getSubject(), classes, triple);
      }
    }
  }

  /** The first half of a self restriction: an instance is linked to itself. */
  record LinkToSelf(Link link) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      run.derive(link, triple.getSubject(), triple.getSubject(), triple);
    }
  }

  /** cls-hv2: who is linked to this value is of these classes. */
  record LinkedToValue(Link link, Node value, List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      if (link.to(triple).equals(value)) {
        run.deriveTypes(link.from(triple), classes, triple);
      }
    }
  }

  /** cls-hv1: an instance is linked to this value. */
  record LinkToValue(Link link, Node value) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      run.derive(link, triple.getSubject(), value, triple);
    }
  }

  /**
   * cls-svf1, woken by the link: who is linked to an instance of the filler is of these classes.
   */
  record LinkedToSome(Link link, Node filler, List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      Triple type = Triple.create(link.to(triple), RDF.Nodes.type, filler);
      if (run.knows(type)) {
        run.deriveTypes(link.from(triple), classes, triple, type);
      }
    }
  }

  /** cls-svf1, woken by the type of the filler's instance. */
  record SomeLinkedTo(Link link, List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      for (Triple linked : run.links(link.reversed(), triple.getSubject())) {
        run.deriveTypes(link.from(linked), classes, triple, linked);
      }
    }
  }

  /** cls-avf, woken by the link: what an instance of the restriction is linked to. */
  record LinkFromAll(Link link, Node restriction, List<Node> fillers) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      Triple type = Triple.create(link.from(triple), RDF.Nodes.type, restriction);
      if (run.knows(type)) {
        run.deriveTypes(link.to(triple), fillers, triple, type);
      }
    }
  }

  /** cls-avf, woken by the type of the restriction's instance. */
  record AllLinkedFrom(Link link, List<Node> fillers) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      for (Triple linked : run.links(link, triple.getSubject())) {
        run.deriveTypes(link.to(linked), fillers, triple, linked);
      }
    }
  }

  /** cls-int1: an instance of every part is of these classes. */
  record AllParts(List<Node> parts, List<Node> classes) implements Rule {
    @Override
    public void fire(Triple triple, Run run) {
      Triple[] types =
          parts.stream()
              .map(part -> Triple.create(triple.getSubject(), RDF.Nodes.type, part))
              .toArray(Triple[]::new);
      for (Triple type : types) {
        if (!run.knows(type)) {
          return;
        }
      }
      run.deriveTypes(triple.getSubject(), classes, types);
    }
  }
}
