package org.w3id.scokg.guard;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterHalfJoin;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterProcedure;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.procedure.ProcEval;
import org.apache.jena.sparql.procedure.Procedure;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Executes a query as TDB2 does, but counts the rows that a step holds, and lets a search along
 * paths end when the query is to end. All of a query passes here, also what stands in an
 * expression.
 */
final class BoundedExecutor extends OpExecutorTDB2 {

  private final Allowance allowance;

  BoundedExecutor(ExecutionContext execution, Allowance allowance) {
    super(execution);
    this.allowance = allowance;
  }

  @Override
  protected QueryIterator execute(OpOrder op, QueryIterator input) {
    Holding held = allowance.holding();
    QueryIterator rows = held.of(exec(op.getSubOp(), input));
    return held.until(new QueryIterSort(rows, op.getConditions(), execCxt));
  }

  @Override
  protected QueryIterator execute(OpTopN op, QueryIterator input) {
    Holding held = allowance.holding();
    boolean distinct = op.getSubOp() instanceof OpDistinct;
    Op sub = op.getSubOp() instanceof OpDistinct inner ? inner.getSubOp() : op.getSubOp();
    QueryIterator rows = held.of(exec(sub, input), op.getLimit());
    return held.until(
        new QueryIterTopN(rows, op.getConditions(), op.getLimit(), distinct, execCxt));
  }

  /** What has passed is what is held, to be known when it comes again. */
  @Override
  protected QueryIterator execute(OpDistinct op, QueryIterator input) {
    Holding held = allowance.holding();
    return held.until(held.of(super.execute(op, input)));
  }

  @Override
  protected QueryIterator execute(OpGroup op, QueryIterator input) {
    Holding held = allowance.holding();
    QueryIterator rows = exec(op.getSubOp(), input);
    List<ExprAggregator> aggregators =
        op.getAggregators().stream()
            .map(
                each ->
                    new ExprAggregator(
                        each.getVar(), new CountedAggregator(each.getAggregator(), held)))
            .toList();
    return held.until(
        new QueryIterGroup(
            aggregators.isEmpty() ? held.of(rows) : rows, op.getGroupVars(), aggregators, execCxt));
  }

  /** The left side is made a table, through which the right side streams. */
  @Override
  protected QueryIterator execute(OpJoin op, QueryIterator input) {
    Holding held = allowance.holding();
    QueryIterator left = held.of(exec(op.getLeft(), input));
    return held.until(Join.join(left, exec(op.getRight(), root()), execCxt));
  }

  @Override
  protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
    return holdingRight(
        op, input, (left, right) -> Join.leftJoin(left, right, op.getExprs(), execCxt));
  }

  @Override
  protected QueryIterator execute(OpSemiJoin op, QueryIterator input) {
    return holdingRight(
        op, input, (left, right) -> QueryIterHalfJoin.semiJoin(left, right, execCxt));
  }

  @Override
  protected QueryIterator execute(OpAntiJoin op, QueryIterator input) {
    return holdingRight(
        op, input, (left, right) -> QueryIterHalfJoin.antiJoin(left, right, execCxt));
  }

  @Override
  protected QueryIterator execute(OpMinus op, QueryIterator input) {
    Set<Var> common = OpVars.visibleVars(op.getLeft());
    common.retainAll(OpVars.visibleVars(op.getRight()));
    return holdingRight(
        op, input, (left, right) -> QueryIterMinus.create(left, right, common, execCxt));
  }

  /** The right side is made a table, through which the left side streams. */
  private QueryIterator holdingRight(
      Op2 op, QueryIterator input, BinaryOperator<QueryIterator> join) {
    Holding held = allowance.holding();
    QueryIterator left = exec(op.getLeft(), input);
    QueryIterator right = held.of(exec(op.getRight(), root()));
    return held.until(join.apply(left, right));
  }

  /** Where rows meet VALUES, it is the rows that are made a table. */
  @Override
  protected QueryIterator execute(OpTable op, QueryIterator input) {
    if (op.isJoinIdentity() || input.isJoinIdentity()) {
      return super.execute(op, input);
    }
    Holding held = allowance.holding();
    return held.until(super.execute(op, held.of(input)));
  }

  @Override
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    return new QueryIterPath(op.getTriplePath(), input, watched());
  }

  @Override
  protected QueryIterator execute(OpPropFunc op, QueryIterator input) {
    Procedure procedure =
        ProcEval.build(op.getProperty(), op.getSubjectArgs(), op.getObjectArgs(), watched());
    return new QueryIterProcedure(exec(op.getSubOp(), input), procedure, watched());
  }

  @Override
  protected QueryIterator execute(OpProcedure op, QueryIterator input) {
    Procedure procedure = ProcEval.build(op, watched());
    return new QueryIterProcedure(exec(op.getSubOp(), input), procedure, watched());
  }

  private ExecutionContext watched() {
    return ExecutionContext.copyChangeActiveGraph(
        execCxt, new WatchedGraph(execCxt.getActiveGraph(), allowance));
  }
}
