package org.w3id.scokg.guard;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** REPLACE, which ends when the query is to end or the text gets too long. */
final class BoundedReplace extends E_StrReplace {

  private final Allowance allowance;
  private final BoundedPattern pattern;

  BoundedReplace(Allowance allowance, ExprList arguments) {
    super(arguments.get(0), arguments.get(1), arguments.get(2), flags(arguments));
    this.allowance = allowance;
    this.pattern = new BoundedPattern("REPLACE", allowance);
  }

  @SuppressWarnings("NullAway") // Jena's own way to say that there are no flags.
  private static Expr flags(ExprList arguments) {
    @Nullable Expr none = null;
    return arguments.size() > 3 ? arguments.get(3) : none;
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    Node from = NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(0));
    String with =
        NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(2)).getLiteralLexicalForm();
    String text = from.getLiteralLexicalForm();
    NodeValue flags = values.size() > 3 ? values.get(3) : null;
    String replaced = replace(pattern.matcher(values.get(1), flags, text), with);
    return replaced.equals(text)
        ? values.get(0)
        : NodeValue.makeNode(
            NodeFactory.createLiteral(
                replaced, from.getLiteralLanguage(), from.getLiteralDatatype()));
  }

  /** As Jena does it, an empty match counts only where it is the first. */
  private String replace(Matcher matcher, String with) {
    StringBuilder replaced = new StringBuilder();
    boolean first = true;
    try {
      while (matcher.find()) {
        if (first || matcher.start() < matcher.end()) {
          // A group in the replacement is no longer than the text.
          allowance.requireText((long) replaced.length() + with.length());
          matcher.appendReplacement(replaced, with);
          first = false;
        }
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
    }
    matcher.appendTail(replaced);
    allowance.requireText(replaced.length());
    return replaced.toString();
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedReplace(allowance, arguments);
  }
}
