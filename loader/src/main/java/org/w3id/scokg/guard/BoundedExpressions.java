package org.w3id.scokg.guard;

import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts bounded functions in the place of those that can take time or memory without end. */
final class BoundedExpressions extends ExprTransformCopy {

  private final Allowance allowance;

  BoundedExpressions(Allowance allowance) {
    this.allowance = allowance;
  }

  /** The same query, bounded. */
  Op in(Op query) {
    try {
      return Transformer.transformSkipService(new TransformCopy(), this, query);
    } catch (IllegalArgumentException e) {
      // Jena cannot put anything in the place of what UNFOLD takes apart.
      throw new QueryException("UNFOLD of such an expression is not supported", e);
    }
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return function instanceof E_StrEncodeForURI
        ? new BoundedEncode(allowance, argument)
        : super.transform(function, argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new BoundedProduct(allowance, left, right)
        : super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_Regex) {
      return new BoundedRegex(allowance, arguments);
    }
    if (function instanceof E_StrReplace) {
      return new BoundedReplace(allowance, arguments);
    }
    if (function instanceof E_StrConcat) {
      return new BoundedConcat(allowance, arguments);
    }
    return function instanceof E_Function
        ? named(function, arguments)
        : super.transform(function, arguments);
  }

  /** The same functions where a query calls them by their names in other vocabularies. */
  private Expr named(ExprFunctionN function, ExprList arguments) {
    String name = KnownFunctions.localNameOfUnbounded(function.getFunctionIRI());
    int size = arguments.size();
    return switch (name) {
      case "concat" -> new BoundedConcat(allowance, arguments);
      case "regex", "matches" ->
          size == 2 || size == 3
              ? new BoundedRegex(allowance, arguments)
              : super.transform(function, arguments);
      case "replace" ->
          size == 3 || size == 4
              ? new BoundedReplace(allowance, arguments)
              : super.transform(function, arguments);
      case "encode-for-uri", "encode" ->
          size == 1
              ? new BoundedEncode(allowance, arguments.get(0))
              : super.transform(function, arguments);
      case "multiply" ->
          size == 2
              ? new BoundedProduct(allowance, arguments.get(0), arguments.get(1))
              : super.transform(function, arguments);
      default -> super.transform(function, arguments);
    };
  }
}
