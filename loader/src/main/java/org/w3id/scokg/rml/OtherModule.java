package org.w3id.scokg.rml;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;

/** What RML and R2RML have besides the mapping of files, by the names of its terms. */
enum OtherModule {
  DATABASES(
      "the mapping of databases",
      "export the table or the query to a CSV file, and name that by rml:source",
      """
      LogicalTable logicalTable BaseTableOrView R2RMLView tableName sqlQuery sqlVersion SQL2008
      SQL2008Query SQL2008Table query inverseExpression
      """),
  FUNCTIONS(
      "RML-FNML",
      "let the source have a field that holds what the function makes",
      """
      FunctionExecution functionExecution FunctionMap functionMap function functionValue
      Input input Parameter ParameterMap parameterMap parameter inputValueMap inputValue
      ReturnMap returnMap return condition
      """),
  VIEWS(
      "RML-LV",
      "map the sources themselves, joined by rml:parentTriplesMap",
      """
      LogicalView viewOn Field field fieldName ExpressionField IterableField LogicalViewJoin
      leftJoin innerJoin parentLogicalView structuralAnnotation StructuralAnnotation onFields
      """),
  COLLECTIONS(
      "RML-CC",
      "map each member by a statement of its own",
      "GatherMap gather gatherAs Strategy strategy append cartesianProduct allowEmptyListAndContainer"),
  STAR(
      "RML-star",
      "let the statement be a node of its own, and map what is said of it",
      "StarMap quotedTriplesMap AssertedTriplesMap NonAssertedTriplesMap");

  private static final String FNML = "http://semweb.mmlab.be/ns/fnml#";

  private final String title;
  private final String instead;
  private final String names;

  OtherModule(String title, String instead, String names) {
    this.title = title;
    this.instead = instead;
    this.names = names;
  }

  /** The module that a term of one of RML's namespaces belongs to, if it is one of these. */
  static Optional<OtherModule> of(IRI term) {
    return Arrays.stream(values())
        .filter(module -> Rml.names(module.names).contains(term.getLocalName()))
        .findFirst();
  }

  /** Whether a namespace holds terms of these modules only. */
  static boolean has(String namespace) {
    return namespace.equals(FNML);
  }

  /** What messages call it. */
  String title() {
    return title;
  }

  /** What to do without it. */
  String instead() {
    return instead;
  }
}
