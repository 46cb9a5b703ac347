package org.w3id.scokg.guard;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT of a text that is not too long. */
final class BoundedConcat extends E_StrConcat {

  private final Allowance allowance;

  BoundedConcat(Allowance allowance, ExprList arguments) {
    super(arguments);
    this.allowance = allowance;
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    long characters = 0;
    for (NodeValue value : values) {
      characters += value.isString() || value.isLangString() ? value.asString().length() : 0;
    }
    allowance.requireText(characters);
    return super.eval(values);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedConcat(allowance, arguments);
  }
}
