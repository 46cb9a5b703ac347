package org.w3id.scokg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.store.LoadProgress.Phase;

class ProgressTest {

  private final List<String> words = new ArrayList<>();
  private long millis;
  private final Progress progress = new Progress(words::add, () -> millis * 1_000_000);

  private void records(String source, int count) {
    for (int i = 0; i < count; i++) {
      progress.record(source, i);
    }
  }

  @Test
  void countsRecordsAndTellsTheirRateAFewTimesASecond() {
    records("a.csv", 4096);
    millis = 199;
    records("a.csv", 4096);
    millis = 500;
    records("a.csv", 1023);
    assertThat(words).isEmpty();
    records("b.csv", 1);
    records("b.csv", 4096);
    assertThat(words).containsExactly("b.csv: 9,216 records, 18,432 a second");
  }

  @Test
  void tellsHowLongTheIndexesWillTake() {
    millis = 10_000;
    progress.at(Phase.TAKING, 1 << 18, 0);
    progress.at(Phase.INDEXING, 0, 1000);
    millis += 3000;
    progress.at(Phase.INDEXING, 250, 1000);
    millis += 199;
    progress.at(Phase.INDEXING, 300, 1000);
    millis += 1;
    progress.at(Phase.FORCING, 0, 0);
    assertThat(words).containsExactly("indexes: 25 %, 10 s left", "waiting for the disk");
  }

  @Test
  void tellsOfTheDumpsWhenTheDatabaseIsDone() {
    millis = 10_000;
    progress.dumped(0, 400);
    millis += 1000;
    progress.dumped(100, 400);
    assertThat(words).isEmpty();
    progress.at(Phase.FORCING, 0, 0);
    millis += 1000;
    progress.dumped(200, 400);
    assertThat(words).containsExactly("waiting for the disk", "dumps: 50 %, 3 s left");
  }
}
