package org.w3id.scokg.validate;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * Refuses data that does not fit the project's <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 * shapes.
 *
 * <p>The first sentence of a shape's {@code sh:message} says what is wrong, and the rest how to
 * mend it; the English message is taken where there are several. Results of severity sh:Violation
 * are errors, all others warnings.
 */
public final class ShapesGate {

  private final Shapes shapes;
  private final String file;
  private final Names names;
  private final Origins origins;

  /**
   * Reads the shapes.
   *
   * @param shapes the shapes graph
   * @param file the shapes' file as the user should see it
   * @param names how messages write terms
   * @param origins where statements come from; inferred ones, too, see {@link
   *     Origins#throughPremises}
   * @throws InputException if the graph holds no well-formed shapes
   */
  public ShapesGate(Graph shapes, String file, Names names, Origins origins) {
    this.file = file;
    this.names = names.and(shapes.getPrefixMapping().getNsPrefixMap());
    this.origins = origins;
    try {
      this.shapes = Shapes.parse(shapes);
    } catch (RuntimeException e) {
      // Jena tells a shape that is wrong by exceptions of many kinds.
      Diagnostic problem =
          new Diagnostic(
              Location.of(file),
              "the shapes cannot be read: " + reason(e, names),
              "shapes are written as https://www.w3.org/TR/shacl/ says",
              "correct the shape");
      throw (InputException) new InputException(problem).initCause(e);
    }
  }

  private static String reason(RuntimeException e, Names names) {
    return e instanceof ShaclException
        ? names.inText(String.valueOf(e.getMessage()))
        : "a constraint has a value of another kind than it takes";
  }

  /**
   * Checks some graphs taken together: what was asserted, what was inferred, and the ontology,
   * whose subclasses {@code sh:class} follows. The shapes ask many small questions, which one graph
   * in memory answers faster than a union.
   */
  public Findings check(Graph all) {
    Report errors = new Report(names, origins);
    Report warnings = new Report(names, origins);
    for (ReportEntry entry : ShaclValidator.get().validate(shapes, all).getEntries()) {
      add(entry, Severity.Violation.equals(entry.severity()) ? errors : warnings);
    }
    return new Findings(errors.list(), warnings.list());
  }

  private void add(ReportEntry entry, Report report) {
    ShapeMessage message = ShapeMessage.of(entry, names);
    report.add(
        places(entry, report),
        subject(entry) + ": " + message.what(),
        new ShapeName(shapes.getGraph(), names).of(file, entry),
        message.fix());
  }

  private String subject(ReportEntry entry) {
    StringBuilder subject = new StringBuilder(names.of(entry.focusNode()));
    if (entry.resultPath() != null) {
      subject.append(' ').append(names.inText(entry.resultPath().toString()));
    }
    if (entry.value() != null && !entry.value().equals(entry.focusNode())) {
      subject.append(' ').append(names.of(entry.value()));
    }
    return subject.toString();
  }

  /** The rows of the offending value; without one, those of the property, or of the focus node. */
  private static Collection<Location> places(ReportEntry entry, Report report) {
    Node value = entry.value() == null ? Node.ANY : entry.value();
    Node focus = entry.focusNode();
    List<Location> rows = List.of();
    if (entry.resultPath() instanceof P_Link link) {
      rows = report.all(Node.ANY, focus, link.getNode(), value);
    } else if (entry.resultPath() instanceof P_Inverse inverse
        && inverse.getSubPath() instanceof P_Link link) {
      rows = report.all(Node.ANY, value, link.getNode(), focus);
    }
    return rows.isEmpty() ? List.of(report.home(focus)) : rows;
  }
}
