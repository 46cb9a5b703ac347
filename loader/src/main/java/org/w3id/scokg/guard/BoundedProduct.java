package org.w3id.scokg.guard;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** A product of not too many digits: multiplied by itself, a number doubles them. */
final class BoundedProduct extends E_Multiply {

  private final Allowance allowance;

  BoundedProduct(Allowance allowance, Expr left, Expr right) {
    super(left, right);
    this.allowance = allowance;
  }

  @Override
  public NodeValue eval(NodeValue left, NodeValue right) {
    NodeValue product = super.eval(left, right);
    allowance.requireDigits(digits(product));
    return product;
  }

  private static long digits(NodeValue number) {
    // A bit is less than a third of a digit.
    if (number.isInteger()) {
      return number.getInteger().bitLength() / 3L;
    }
    return number.isDecimal() ? number.getDecimal().unscaledValue().bitLength() / 3L : 0;
  }

  @Override
  public Expr copy(Expr left, Expr right) {
    return new BoundedProduct(allowance, left, right);
  }
}
