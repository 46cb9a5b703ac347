package org.w3id.scokg.guard;

import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** ENCODE_FOR_URI of a text that is not too long: each time, it can get three times as long. */
final class BoundedEncode extends E_StrEncodeForURI {

  private final Allowance allowance;

  BoundedEncode(Allowance allowance, Expr argument) {
    super(argument);
    this.allowance = allowance;
  }

  @Override
  public NodeValue eval(NodeValue value) {
    NodeValue encoded = super.eval(value);
    allowance.requireText(encoded.asString().length());
    return encoded;
  }

  @Override
  public Expr copy(Expr argument) {
    return new BoundedEncode(allowance, argument);
  }
}
