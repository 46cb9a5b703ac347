package org.w3id.scokg.guard;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate whose groups count as held, and so do the values that it keeps: those of DISTINCT
 * once each, those that are put together all.
 *
 * @param inner the aggregate itself
 * @param held what they count towards
 */
record CountedAggregator(Aggregator inner, Holding held) implements Aggregator {

  private static final int GROUP = 256;

  /** What keeps a sum, a number or one value, however many it is given. */
  private static final Set<Class<? extends Aggregator>> FRUGAL =
      Set.of(
          AggCount.class,
          AggCountVar.class,
          AggSum.class,
          AggAvg.class,
          AggMin.class,
          AggMax.class,
          AggSample.class,
          AggNull.class);

  @Override
  public Accumulator createAccumulator() {
    held.add(GROUP);
    Accumulator accumulator = inner.createAccumulator();
    if (FRUGAL.contains(inner.getClass())) {
      return accumulator;
    }
    return inner.getClass().getSimpleName().endsWith("Distinct")
        ? new EachOnce(accumulator)
        : new All(accumulator);
  }

  /** The values of a row that the aggregate keeps; all of it where it has no expression. */
  private long weight(Binding row, FunctionEnv environment) {
    ExprList expressions = inner.getExprList();
    if (expressions == null) {
      return Weight.of(row);
    }
    long bytes = 0;
    for (Expr expression : expressions) {
      try {
        bytes += Weight.of(expression.eval(row, environment).asNode());
      } catch (ExprEvalException e) {
        // The aggregate meets the same, and decides what it means.
      }
    }
    return bytes;
  }

  /** Keeps every value. */
  private final class All implements Accumulator {
    private final Accumulator accumulator;

    All(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      held.add(weight(row, environment));
      accumulator.accumulate(row, environment);
    }

    @Override
    public NodeValue getValue() {
      return accumulator.getValue();
    }
  }

  /** Keeps a value that it has not met; what it has met, the aggregate would pass over too. */
  private final class EachOnce implements Accumulator {
    private final Accumulator accumulator;
    private final Set<Object> met = new HashSet<>();

    EachOnce(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      Object value = value(row, environment);
      if (met.add(value)) {
        // Here, in the aggregate, and in the tables of both.
        held.add(2 * weight(row, environment) + GROUP / 2);
        accumulator.accumulate(row, environment);
      }
    }

    private Object value(Binding row, FunctionEnv environment) {
      ExprList expressions = inner.getExprList();
      if (expressions == null || expressions.size() != 1) {
        return row;
      }
      try {
        return expressions.get(0).eval(row, environment);
      } catch (ExprEvalException e) {
        return e.getClass();
      }
    }

    @Override
    public NodeValue getValue() {
      return accumulator.getValue();
    }
  }

  @Override
  public Node getValueEmpty() {
    return inner.getValueEmpty();
  }

  @Override
  public String toPrefixString() {
    return inner.toPrefixString();
  }

  @Override
  public String key() {
    return inner.key();
  }

  @Override
  public String getName() {
    return inner.getName();
  }

  @Override
  public ExprList getExprList() {
    return inner.getExprList();
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new CountedAggregator(inner.copy(expressions), held);
  }

  @Override
  public Aggregator copyTransform(NodeTransform transform) {
    return new CountedAggregator(inner.copyTransform(transform), held);
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return other instanceof CountedAggregator counted && inner.equals(counted.inner, bySyntax);
  }

  @Override
  public String asSparqlExpr(SerializationContext context) {
    return inner.asSparqlExpr(context);
  }
}
