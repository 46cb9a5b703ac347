package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many answers are made at once. */
class TurnsTest {

  private static final long AN_HOUR = 3_600_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void noMoreAreMadeAtOnceThanThereAreTurns() throws Exception {
    Turns turns = Turns.of(2, AN_HOUR);
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> made = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      int number = i;
      made.add(
          threads.submit(
              () ->
                  turns.take(
                      () -> {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        both.countDown();
                        // The first two meet, which shows that there are two turns.
                        await(both);
                        atWork.decrementAndGet();
                        return number;
                      })));
    }

    for (int i = 0; i < made.size(); i++) {
      assertThat(made.get(i).get(1, TimeUnit.MINUTES)).isEqualTo(i);
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void whatTakesLongDoesNotKeepOthersWaiting() throws Exception {
    Turns turns = Turns.of(1, 1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    Future<String> slow =
        threads.submit(
            () ->
                turns.take(
                    () -> {
                      begun.countDown();
                      await(other);
                      return "slow";
                    }));
    await(begun);

    assertThat(turns.take(() -> "quick")).isEqualTo("quick");

    assertThat(slow.isDone()).isFalse();
    other.countDown();
    assertThat(slow.get(1, TimeUnit.MINUTES)).isEqualTo("slow");
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    Turns turns = Turns.of(1, AN_HOUR);

    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(turns.take(() -> "next")).isEqualTo("next");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
