package org.w3id.scokg.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.server.Serving;

class HealthTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  /** A database that answers as it is told to. */
  private record Database(BooleanSupplier answer) implements Serving {
    @Override
    public String build() {
      return "0123";
    }

    @Override
    public boolean answers() {
      return answer.getAsBoolean();
    }
  }

  @Test
  void isReadyWhenTheDatabaseAnswers() {
    try (Health health = new Health(new Database(() -> true))) {
      assertThat(health.ready())
          .isEqualTo(
              new Page(200, "application/json", "{\"status\":\"ready\",\"build\":\"0123\"}\n"));
    }
  }

  @Test
  void isNotReadyWhenTheDatabaseFails() {
    Page failed =
        new Page(
            503,
            "application/problem+json",
            "{\"title\":\"not ready\",\"status\":503,"
                + "\"detail\":\"the database fails on the simplest query\"}\n");
    try (Health health = new Health(new Database(() -> false));
        Health broken =
            new Health(
                new Database(
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))) {
      assertThat(health.ready()).isEqualTo(failed);
      assertThat(broken.ready()).isEqualTo(failed);
    }
  }

  @Test
  void isNotReadyWhileTheDatabaseHangsAndAsksItOnce() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    Database hanging =
        new Database(
            () -> {
              questions.incrementAndGet();
              try {
                released.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return true;
            });
    try (Health health = new Health(hanging, SHORT);
        Health patient = new Health(hanging, Duration.ofMinutes(1))) {
      Page late =
          new Page(
              503,
              "application/problem+json",
              "{\"title\":\"not ready\",\"status\":503,"
                  + "\"detail\":\"the database has not answered within 50 ms\"}\n");
      assertThat(health.ready()).isEqualTo(late);
      assertThat(health.ready()).isEqualTo(late);
      assertThat(questions).hasValue(1);
      released.countDown();
      assertThat(patient.ready().status()).isEqualTo(200);
    }
  }
}
