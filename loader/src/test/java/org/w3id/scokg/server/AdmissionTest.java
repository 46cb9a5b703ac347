package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.server.Bounds.Turns;

class AdmissionTest {

  private final Activity activity = new Activity();

  @Test
  void aClientHasSoManyQueriesUnderWay() {
    Admission admission = admission(turns(10, 10, Duration.ofSeconds(5), 2, 100, 100));
    Admission.Turn first = admission.enter("one");
    Admission.Turn second = admission.enter("one");

    Refused refusal = catchThrowableOfType(Refused.class, () -> admission.enter("one"));
    assertThat(refusal.problem().status()).isEqualTo(429);
    assertThat(refusal.retryAfter()).isEqualTo(1);
    assertThat(refusal.problem().detail())
        .isEqualTo("Ask again after 1 s, and less at once; scokg:queriesPerClient sets the bound.");

    admission.enter("two").close();
    first.close();
    admission.enter("one").close();
    second.close();
    assertThat(activity.running()).isZero();
  }

  @Test
  void anAnswerOnItsWayCountsForItsClientAlone() {
    Admission admission = admission(turns(1, 0, Duration.ZERO, 1, 100, 100));
    try (Admission.Turn turn = admission.enter("one")) {
      turn.executed();

      admission.enter("two").close();
      assertThat(catchThrowableOfType(Refused.class, () -> admission.enter("one"))).isNotNull();
    }
  }

  @Test
  void queriesInARowComeBackWithTime() {
    AtomicLong now = new AtomicLong();
    Client client = new Client(turns(1, 1, Duration.ZERO, 100, 2, 3), now::get);
    for (int i = 0; i < 3; i++) {
      client.begin();
      client.end();
    }

    Refused refusal = catchThrowableOfType(Refused.class, client::begin);
    assertThat(refusal.problem().status()).isEqualTo(429);
    assertThat(refusal.problem().title()).isEqualTo("this client asks too often");
    assertThat(refusal.retryAfter()).isEqualTo(1);

    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
    client.begin();
    assertThat(catchThrowableOfType(Refused.class, client::begin)).isNotNull();
  }

  @Test
  void whatFindsNoPlaceToWaitIsRefusedAtOnce() {
    Admission admission = admission(turns(1, 0, Duration.ofSeconds(60), 9, 100, 100));
    try (Admission.Turn turn = admission.enter("one")) {
      Refused refusal = catchThrowableOfType(Refused.class, () -> admission.enter("two"));

      assertThat(refusal.problem().status()).isEqualTo(503);
      assertThat(refusal.problem().type()).isEqualTo("urn:scokg:problem:busy");
      assertThat(refusal.retryAfter()).isPositive();
      turn.executed();
    }
    admission.enter("two").close();
  }

  @Test
  void whatWaitsTooLongIsRefused() {
    Admission admission = admission(turns(1, 1, Duration.ofMillis(10), 9, 100, 100));
    try (Admission.Turn turn = admission.enter("one")) {
      assertThat(
              catchThrowableOfType(Refused.class, () -> admission.enter("two")).problem().title())
          .isEqualTo("the query did not get its turn in time");
      turn.executed();
    }
  }

  @Test
  void whoWaitsGetsATurnWhenOneEnds() {
    Admission admission = admission(turns(1, 8, Duration.ofSeconds(60), 9, 100, 100));
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    try (Admission.Turn turn = admission.enter("one")) {
      for (int i = 0; i < 8; i++) {
        String client = "client " + i;
        waiting.add(CompletableFuture.runAsync(() -> admission.enter(client).close()));
      }
      turn.executed();
    }
    waiting.forEach(CompletableFuture::join);
    assertThat(activity.running()).isZero();
    assertThat(activity.waiting()).isZero();
  }

  private static Turns turns(
      int running, int waiting, Duration patience, int perClient, int perSecond, int inARow) {
    return new Turns(
        running, waiting, patience, Duration.ofSeconds(1), perClient, perSecond, inARow);
  }

  private Admission admission(Turns turns) {
    return new Admission(turns, activity);
  }
}
