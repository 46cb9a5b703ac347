package org.w3id.scokg.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many queries run at once, those of the clients first whose queries take the least; others
 * wait for a while, and what does not get its turn is refused. Safe for many threads.
 */
final class Admission {

  /** How many clients are remembered. Those beyond are taken for new ones. */
  private static final int CLIENTS = 100_000;

  /** Queries that take less, in nanoseconds, take little. */
  private static final double LITTLE = 0.5e9;

  private final Bounds.Turns turns;
  private final Activity activity;
  private final Places running;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Cache<String, Client> clients =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofMinutes(10)).build();

  Admission(Bounds.Turns turns, Activity activity) {
    this.turns = turns;
    this.activity = activity;
    this.running = new Places(turns.running(), LITTLE);
  }

  /** Whether somebody waits. */
  boolean isCrowded() {
    return waiting.get() > 0;
  }

  /** Waits for a turn; whoever gets it closes it. */
  Turn enter(String address) {
    Client client = clients.get(address, unknown -> new Client(turns, System::nanoTime));
    client.begin();
    try {
      double cost = client.cost();
      if (!running.tryTake(cost)) {
        await(cost);
      }
    } catch (RuntimeException e) {
      client.end();
      throw e;
    }
    activity.running(1);
    return new Turn(client);
  }

  private void await(double cost) {
    if (waiting.incrementAndGet() > turns.waiting()) {
      waiting.decrementAndGet();
      throw busy("more queries wait than may", Setting.QUERIES_WAITING);
    }
    activity.waiting(1);
    try {
      if (!running.take(cost, turns.patience())) {
        throw busy("the query did not get its turn in time", Setting.SECONDS_WAITING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy("the server is about to stop", Setting.SECONDS_WAITING);
    } finally {
      activity.waiting(-1);
      waiting.decrementAndGet();
    }
  }

  private static Refused busy(String title, Setting setting) {
    return new Refused(
        Problem.of(
            503,
            "busy",
            title,
            "The server is busy: %s. Ask again later; %s sets the bound."
                .formatted(title, setting.key())),
        5);
  }

  /** The right to execute a query and to be sent its answer. One thread has it. */
  final class Turn implements AutoCloseable {
    private final Client client;
    private final long begun = System.nanoTime();
    private boolean executing = true;

    private Turn(Client client) {
      this.client = client;
    }

    /** Lets the next query begin, while this one's answer is sent. */
    void executed() {
      if (executing) {
        executing = false;
        activity.running(-1);
        client.spend(System.nanoTime() - begun);
        running.giveBack();
      }
    }

    @Override
    public void close() {
      executed();
      client.end();
    }
  }
}
