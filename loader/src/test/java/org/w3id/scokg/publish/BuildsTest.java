package org.w3id.scokg.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.InputException;

/** Which build is current, which was before, and which may go. */
class BuildsTest {

  @TempDir Path folder;
  Builds builds = Builds.in(Path.of(""));

  @BeforeEach
  void threeBuilds() throws IOException {
    folder = folder.toRealPath();
    builds = Builds.in(folder);
    for (String id : List.of("a", "c", "b")) {
      finish(id);
    }
  }

  private void finish(String id) throws IOException {
    try (Staging staging = builds.stage()) {
      Path storage = Files.createDirectories(staging.directory().resolve("database/Data-0001"));
      Files.createFile(storage.resolve("tdb.lock"));
      staging.finish(id);
    }
  }

  private List<String> history() throws IOException {
    return Files.readAllLines(folder.resolve("history"));
  }

  @Test
  void nothingIsCurrentUntilItIsPublished() {
    assertThat(builds.current()).isEmpty();
    assertThat(builds.all()).containsExactly("a", "b", "c");
    builds.publish("a");
    assertThat(builds.current()).hasValue(folder.resolve("a"));
  }

  @Test
  void theLatestIsWhatWasFinishedLastWhateverTheClockSays() throws IOException {
    Files.setLastModifiedTime(folder.resolve("a"), FileTime.fromMillis(Long.MAX_VALUE / 2));
    Files.setLastModifiedTime(folder.resolve("b"), FileTime.fromMillis(0));
    assertThat(builds.latest()).hasValue("b");
    finish("a");
    assertThat(builds.latest()).hasValue("a");
  }

  @Test
  void oneGoesBackStepByStepAndNotToWhatWasGoneBackFrom() {
    builds.publish("a");
    builds.publish("b");
    builds.publish("c");
    assertThat(builds.earlier()).containsExactly("b", "a");
    builds.goBackTo("b");
    assertThat(builds.currentId()).hasValue("b");
    assertThat(builds.isWithdrawn("c")).isTrue();
    assertThat(builds.earlier()).containsExactly("a");
    builds.publish("c");
    assertThat(builds.isWithdrawn("c")).isFalse();
    assertThat(builds.earlier()).containsExactly("b", "a");
  }

  @Test
  void whatIsGoneIsNotGoneBackTo() throws IOException {
    builds.publish("a");
    builds.publish("b");
    builds.publish("c");
    Staging.delete(folder.resolve("b"));
    assertThat(builds.earlier()).containsExactly("a");
  }

  @Test
  void aPublicationThatWasRecordedAndKilledNeverWas() throws IOException {
    builds.publish("a");
    builds.publish("b");
    Files.writeString(folder.resolve("history"), "published c\n", StandardOpenOption.APPEND);
    assertThat(builds.earlier()).containsExactly("a");
    builds.publish("a");
    assertThat(builds.earlier()).containsExactly("b");
    assertThat(history()).doesNotContain("published c");
  }

  @Test
  void aStepBackThatWasRecordedAndKilledNeverWas() throws IOException {
    builds.publish("a");
    builds.publish("b");
    Files.writeString(folder.resolve("history"), "withdrawn b\n", StandardOpenOption.APPEND);
    assertThat(builds.isWithdrawn("b")).isFalse();
    assertThat(builds.earlier()).containsExactly("a");
  }

  @Test
  void aLinkThatWasSwitchedByHandIsRespected() throws IOException {
    builds.publish("a");
    Files.delete(builds.link());
    Files.createSymbolicLink(builds.link(), Path.of("c"));
    assertThat(builds.earlier()).containsExactly("a");
  }

  @Test
  void aDamagedHistoryIsReadAsFarAsItGoes() throws IOException {
    builds.publish("a");
    builds.publish("b");
    Files.write(
        folder.resolve("history"),
        new byte[] {(byte) 0xff, 0, '\n', 'x', ' ', '.', '.', '\n'},
        StandardOpenOption.APPEND);
    assertThat(builds.earlier()).containsExactly("a");
    Files.delete(folder.resolve("history"));
    assertThat(builds.earlier()).isEmpty();
    assertThat(builds.currentId()).hasValue("b");
  }

  @Test
  void whatIsNoBuildIsNotFound() throws IOException {
    builds.publish("a");
    Files.createDirectories(folder.resolve(".staging-1"));
    for (String name : List.of("current", "history", ".staging-1", "..", "a/../b", "", "nobody")) {
      assertThat(builds.find(name)).as(name).isEmpty();
    }
    assertThatThrownBy(() -> builds.publish("nobody"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.getFileName()
                + ": error: there is no build 'nobody'\n"
                + "  why: the finished builds, oldest first: a, c, b\n"
                + "  fix: name one of these");
  }

  @Test
  void oldBuildsAreRemovedButNotThoseThatAreNeeded() {
    builds.publish("a");
    builds.publish("c");
    builds.publish("a");
    builds.publish("b");
    // "c" is the oldest, and what would be gone back to is "a".
    assertThat(builds.prune(1, build -> false)).containsExactly("c");
    assertThat(builds.all()).containsExactly("a", "b");
    assertThat(builds.prune(1, build -> false)).isEmpty();
  }

  @Test
  void asManyAsAreToBeKeptAreKept() {
    builds.publish("b");
    assertThat(builds.prune(3, build -> false)).isEmpty();
    assertThat(builds.prune(2, build -> false)).containsExactly("a");
  }

  @Test
  void aBuildThatThisProcessServesIsNotRemoved() {
    builds.publish("b");
    assertThat(builds.prune(1, build -> build.endsWith("a"))).containsExactly("c");
    assertThat(builds.all()).containsExactly("a", "b");
  }

  @Test
  void aBuildThatSomebodyHasOpenIsNotRemoved() throws IOException {
    builds.publish("b");
    try (FileChannel reader =
        FileChannel.open(
            folder.resolve("a/database/Data-0001/tdb.lock"), StandardOpenOption.READ)) {
      assertThat(reader.tryLock(0, Long.MAX_VALUE, true)).isNotNull();
      assertThat(builds.prune(1, build -> false)).containsExactly("c");
    }
    assertThat(builds.prune(1, build -> false)).containsExactly("a");
  }

  @Test
  void whatARemovalThatWasKilledLeftGoesWithTheNext() throws IOException {
    builds.publish("b");
    Files.createDirectories(folder.resolve(".pruned-x/database"));
    builds.prune(1, build -> false);
    assertThat(folder.resolve(".pruned-x")).doesNotExist();
  }

  @Test
  void aBuildThatWasToBeReplacedIsPutBackIfThatWasKilled() throws IOException {
    Files.move(folder.resolve("a"), folder.resolve(".staging-old-a"));
    builds.stage().close();
    assertThat(builds.all()).containsExactly("a", "b", "c");
  }

  @Test
  @Timeout(30)
  void aWatchTellsOfEachChange() throws Exception {
    builds.publish("a");
    try (Watch watch = Watch.over(builds)) {
      var next = CompletableFuture.supplyAsync(() -> next(watch));
      builds.publish("b");
      assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(folder.resolve("b"));
      builds.goBackTo("a");
      assertThat(next(watch)).isEqualTo(folder.resolve("a"));
    }
  }

  private static Path next(Watch watch) {
    try {
      return watch.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
