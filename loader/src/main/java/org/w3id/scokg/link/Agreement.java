package org.w3id.scokg.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;

/** Checks whether mappings agree with those before them. Not thread-safe. */
final class Agreement {

  private final Diagnostics problems;
  private final Map<Claim, Mapping> said = new HashMap<>();
  private final Map<IRI, Mapping> byObject = new HashMap<>();
  private final Map<Name, Mapping> bySubject = new HashMap<>();

  Agreement(Diagnostics problems) {
    this.problems = problems;
  }

  /** What a mapping says, whether it holds or not; that nothing was found is said of somebody. */
  private record Claim(IRI subject, IRI predicate, IRI object, Optional<IRI> authority) {
    static Claim of(Mapping mapping) {
      return new Claim(
          mapping.subject(),
          mapping.predicate(),
          mapping.object(),
          mapping.hasObject() ? Optional.empty() : Optional.of(mapping.authority()));
    }
  }

  /** One of our entities, as somebody names it. */
  private record Name(IRI subject, IRI authority) {}

  /** Checks the next mapping. */
  void accept(Mapping mapping) {
    Mapping before = said.putIfAbsent(Claim.of(mapping), mapping);
    if (before != null) {
      repeated(mapping, before);
    } else if (Relations.isIdentity(mapping.predicate()) && !mapping.denied()) {
      identity(mapping);
    }
  }

  private void repeated(Mapping mapping, Mapping before) {
    boolean same = before.denied() == mapping.denied();
    report(
        mapping,
        same
            ? "the mapping was made before, at " + before.location()
            : "the mapping contradicts the one at " + before.location(),
        same
            ? "saying it twice does not make it truer"
            : "one says that the relation holds, the other that it does not",
        same ? "remove one of the two" : "decide, and remove the other");
  }

  private void identity(Mapping mapping) {
    if (mapping.asserted()) {
      Mapping before = byObject.putIfAbsent(mapping.object(), mapping);
      if (before != null && !before.subject().equals(mapping.subject())) {
        report(
            mapping,
            "<%s> is the same as <%s>, and so is <%s> at %s"
                .formatted(
                    mapping.subject(), mapping.object(), before.subject(), before.location()),
            "two different entities cannot both be exactly one",
            "correct one of the two, or choose skos:closeMatch or skos:broadMatch");
      }
    }
    if (mapping.hasSubject()) {
      Name name = new Name(mapping.subject(), mapping.authority());
      Optional.ofNullable(bySubject.putIfAbsent(name, mapping))
          .ifPresent(before -> otherName(mapping, before));
    }
  }

  private void otherName(Mapping mapping, Mapping before) {
    if (mapping.object().equals(before.object())) {
      return;
    }
    if (mapping.hasObject() && before.hasObject()) {
      report(
          mapping,
          "<%s> is the same as <%s>, and also as <%s> at %s"
              .formatted(mapping.subject(), mapping.object(), before.object(), before.location()),
          "<%s> has one name for a thing".formatted(mapping.authority()),
          "correct one of the two, or choose skos:closeMatch or skos:narrowMatch");
    } else {
      report(
          mapping,
          "the mapping contradicts the one at " + before.location(),
          "one says that nothing was found in <%s>, the other names it"
              .formatted(mapping.authority()),
          "decide, and remove the other");
    }
  }

  private void report(Mapping mapping, String what, String why, String fix) {
    problems.accept(new Diagnostic(mapping.location(), what, why, fix));
  }
}
