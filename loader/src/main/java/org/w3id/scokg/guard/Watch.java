package org.w3id.scokg.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Stops the queries whose time is over, those that keep others waiting, and the query that has
 * taken the most memory when a collection of garbage leaves the heap nearly full: what no count
 * foresaw must not end the process. Safe for many threads.
 *
 * <p>The engine has a clock of its own, which waits while a query is being planned: one pattern
 * that is constant, and computed then, would stop it for all queries.
 */
public final class Watch implements AutoCloseable {

  /** How much of the heap may be in use after a collection. */
  private static final double FULL = 0.75;

  /** What has taken less than this is not to blame. */
  private static final long BLAMABLE = 8L << 20;

  private static final long OFTEN_MILLIS = 20;

  private final Map<Allowance, Run> running = new ConcurrentHashMap<>();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Optional<MemoryPoolMXBean> pool = pool();
  private final Thread watch = new Thread(this::watch, "query watch");
  private final BooleanSupplier crowded;
  private final long share;
  private long collections;

  /**
   * The thread that executes a query.
   *
   * @param thread its number
   * @param before the bytes it had allocated before
   * @param since when it began
   */
  private record Run(long thread, long before, long since) {}

  /**
   * Begins to watch.
   *
   * @param crowded whether somebody waits for a query to end
   * @param share how long a query may run then
   */
  public Watch(BooleanSupplier crowded, Duration share) {
    this.crowded = crowded;
    this.share = share.toNanos();
    pool.ifPresent(old -> old.setCollectionUsageThreshold((long) (FULL * old.getUsage().getMax())));
    watch.setDaemon(true);
    watch.start();
  }

  /** Notes that this thread begins to execute a query. */
  public void begin(Allowance allowance) {
    long thread = Thread.currentThread().getId();
    running.put(
        allowance, new Run(thread, threads.getThreadAllocatedBytes(thread), System.nanoTime()));
  }

  /** Notes that the execution has ended. */
  public void end(Allowance allowance) {
    running.remove(allowance);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(OFTEN_MILLIS);
        running.keySet().forEach(Allowance::look);
        makeRoom();
        look();
      }
    } catch (InterruptedException e) {
      // The guard was closed.
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the query that runs longest, if others wait and none is about to end. */
  private void makeRoom() {
    if (crowded.getAsBoolean()
        && running.keySet().stream().allMatch(each -> each.reached().isEmpty())) {
      long now = System.nanoTime();
      running.entrySet().stream()
          .filter(entry -> now - entry.getValue().since() > share)
          .min(Comparator.comparingLong(entry -> entry.getValue().since()))
          .ifPresent(entry -> entry.getKey().stop(Bound.SHARE));
    }
  }

  /** Looks once at each collection: whatever is stopped is freed by the next. */
  private void look() {
    pool.ifPresent(
        old -> {
          long now = collections(old);
          if (now != collections && old.isCollectionUsageThresholdExceeded()) {
            collections = now;
            stopLargest();
          }
        });
  }

  private void stopLargest() {
    running.entrySet().stream()
        .filter(entry -> entry.getKey().reached().isEmpty() && taken(entry.getValue()) > BLAMABLE)
        .max(Comparator.comparingLong(entry -> taken(entry.getValue())))
        .ifPresent(entry -> entry.getKey().stop(Bound.HEAP));
  }

  private long taken(Run run) {
    return threads.getThreadAllocatedBytes(run.thread()) - run.before();
  }

  /** Where objects end up that stay: the largest part of the heap that tells of collections. */
  private static Optional<MemoryPoolMXBean> pool() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(
            each ->
                each.getType() == MemoryType.HEAP
                    && each.isCollectionUsageThresholdSupported()
                    && each.getUsage().getMax() > 0)
        .max(Comparator.comparingLong(each -> each.getUsage().getMax()));
  }

  private static long collections(MemoryPoolMXBean pool) {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return collectors.stream()
        .filter(each -> Arrays.asList(each.getMemoryPoolNames()).contains(pool.getName()))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
