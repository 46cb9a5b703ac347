package org.w3id.scokg.guard;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * What one execution of a query may still cost. Once a bound is reached, the execution ends: what
 * is thrown within an expression gets lost there, but a cancelled query ends everywhere.
 *
 * <p>One thread executes the query; any thread may stop it.
 */
public final class Allowance {

  private static final Symbol KEY = Symbol.create("https://w3id.org/scokg/allowance");

  private final Limits limits;
  private final long firstRowBy;
  private final long endBy;
  private volatile boolean begun;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicReference<Bound> reached = new AtomicReference<>();
  private long held;
  private long rows;

  /** An allowance of which nothing is spent, whose time runs from now. */
  public Allowance(Limits limits, Patience patience) {
    this.limits = limits;
    long now = System.nanoTime();
    this.firstRowBy = now + TimeUnit.MILLISECONDS.toNanos(patience.first());
    this.endBy = now + TimeUnit.MILLISECONDS.toNanos(patience.all());
  }

  /** Lets an execution be held to this allowance, before it is begun with the context. */
  public void govern(Context context) {
    context.set(KEY, this);
    context.set(ARQConstants.symCancelQuery, cancelled);
    context.unset(ARQ.queryTimeout);
    QC.setFactory(context, execution -> new BoundedExecutor(execution, this));
    // Before the engine's own rewriting, which computes what is constant.
    RewriteFactory rewriting =
        settings ->
            op ->
                Optimize.stdOptimizationFactory
                    .create(settings)
                    .rewrite(new BoundedExpressions(this).in(op));
    context.set(ARQConstants.sysOptimizerFactory, rewriting);
    FunctionRegistry.set(context, KnownFunctions.INSTANCE);
    PropertyFunctionRegistry.set(context, KnownPropertyFunctions.INSTANCE);
  }

  /** The allowance that an execution is held to. */
  public static Optional<Allowance> of(Context context) {
    return context.get(KEY) instanceof Allowance allowance
        ? Optional.of(allowance)
        : Optional.empty();
  }

  /** Ends the execution, if it has not ended. */
  public void stop(Bound bound) {
    reached.compareAndSet(null, bound);
    cancelled.set(true);
  }

  /** Ends the execution from within. */
  public QueryCancelledException exceeded(Bound bound) {
    stop(bound);
    return new QueryCancelledException();
  }

  /** Throws what ends the execution, if it is to end. */
  public void check() {
    if (cancelled.get()) {
      throw new QueryCancelledException();
    }
  }

  /** Looks at the clock. */
  void look() {
    long now = System.nanoTime();
    if (now - endBy > 0 || (!begun && now - firstRowBy > 0)) {
      stop(Bound.TIME);
    }
  }

  /** What ended the execution; whoever cancels it without saying why is the clock. */
  public Optional<Bound> reached() {
    return Optional.ofNullable(reached.get())
        .or(() -> cancelled.get() ? Optional.of(Bound.TIME) : Optional.empty());
  }

  /** The rows of an answer, which count as they are taken. */
  public RowSet rows(RowSet answer) {
    return new CountedRows(answer, this);
  }

  /** A graph for the statements of an answer, which count as they are added. */
  public Graph statements(Graph answer) {
    return new CountedGraph(answer, this);
  }

  /** A dataset for the statements of an answer, which count as they are added. */
  public DatasetGraph statements(DatasetGraph answer) {
    return new CountedDataset(answer, this);
  }

  /** The same dataset, in which a search ends when the execution is to end. */
  public DatasetGraph watched(DatasetGraph dataset) {
    return new WatchedDataset(dataset, this);
  }

  void countRow() {
    begun = true;
    if (++rows > limits.rows()) {
      throw exceeded(Bound.ROWS);
    }
  }

  /** Notes that so many more bytes are held. */
  void hold(long bytes) {
    held += bytes;
    if (held > limits.memory()) {
      throw exceeded(Bound.MEMORY);
    }
  }

  void release(long bytes) {
    held -= bytes;
  }

  /** Something that the query is about to hold. */
  Holding holding() {
    return new Holding(this);
  }

  /** Sees that a text of so many characters may be made. */
  void requireText(long characters) {
    if (characters > limits.text()) {
      throw exceeded(Bound.TEXT);
    }
  }

  /** Sees that a number of so many digits may be made. */
  void requireDigits(long digits) {
    if (digits > Limits.DIGITS) {
      throw exceeded(Bound.TEXT);
    }
  }
}
