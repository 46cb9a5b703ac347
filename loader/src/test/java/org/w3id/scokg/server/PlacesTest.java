package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private final Places places = new Places(2, 10);

  @Test
  void theLastPlaceIsForThoseWhoHaveTakenLittle() {
    assertThat(places.tryTake(100)).isTrue();
    assertThat(places.tryTake(100)).isFalse();
    assertThat(places.tryTake(9)).isTrue();
    assertThat(places.tryTake(0)).isFalse();
  }

  @Test
  void aSinglePlaceIsForAll() {
    assertThat(new Places(1, 10).tryTake(100)).isTrue();
  }

  @Test
  void whoWaitsInVainIsTold() throws InterruptedException {
    places.tryTake(0);
    places.tryTake(0);

    assertThat(places.take(0, Duration.ofMillis(1))).isFalse();
    places.giveBack();
    assertThat(places.tryTake(0)).isTrue();
  }

  @Test
  void whoHasTakenLessComesFirst() {
    places.tryTake(0);
    places.tryTake(0);
    List<Double> order = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> much = wait(5, order);
    CompletableFuture<Void> less = wait(1, order);
    while (!places.isAwaitedBy(2)) {
      Thread.onSpinWait();
    }

    places.giveBack();
    CompletableFuture.allOf(much, less).join();
    assertThat(order).containsExactly(1.0, 5.0);
  }

  private CompletableFuture<Void> wait(double taken, List<Double> order) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            places.take(taken, Duration.ofSeconds(60));
            order.add(taken);
            places.giveBack();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }
}
