package org.w3id.scokg.guard;

import java.util.List;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** REGEX, which ends when the query is to end. */
final class BoundedRegex extends E_Regex {

  private final Allowance allowance;
  private final BoundedPattern pattern;

  BoundedRegex(Allowance allowance, ExprList arguments) {
    super(arguments.get(0), arguments.get(1), flags(arguments));
    this.allowance = allowance;
    this.pattern = new BoundedPattern("REGEX", allowance);
  }

  @SuppressWarnings("NullAway") // Jena's own way to say that there are no flags.
  private static Expr flags(ExprList arguments) {
    @Nullable Expr none = null;
    return arguments.size() > 2 ? arguments.get(2) : none;
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    String text =
        NodeValueOps.checkAndGetStringLiteral("REGEX", values.get(0)).getLiteralLexicalForm();
    return NodeValue.makeBoolean(
        pattern.matcher(values.get(1), values.size() > 2 ? values.get(2) : null, text).find());
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedRegex(allowance, arguments);
  }
}
