package org.w3id.scokg.rml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Resource;

/**
 * How one RDF term of a statement is made (RML-Core, “Term Map”).
 *
 * @param node the mapping node that describes it
 * @param expression where the value comes from; empty only for a blank node of its own a record
 * @param type the kind of term made
 * @param language the language map of a literal
 * @param datatype the datatype map of a literal
 * @param targets where statements with its terms go instead of the common output
 */
record TermMap(
    Resource node,
    Optional<Expression> expression,
    TermType type,
    Optional<Expression> language,
    Optional<Expression> datatype,
    List<LogicalTarget> targets) {

  Stream<String> references() {
    return Stream.of(expression, language, datatype)
        .flatMap(Optional::stream)
        .flatMap(Expression::references);
  }
}
