package org.w3id.scokg.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.doctor.Finding.Level;

class MachineTest {

  private static final long MEBI = 1 << 20;

  private static List<String> lines(Check check) {
    return check.findings().stream().map(Finding::toString).toList();
  }

  @Test
  void tellsWhatAFitMachineHas() {
    Machine machine =
        new Machine(
            Runtime.Version.parse("17.0.15+6"), "Example", 512 * MEBI, 2048 * MEBI, 2, 8192);

    assertThat(lines(machine))
        .containsExactly(
            "ok: java: Java 17.0.15+6 of Example",
            "ok: memory: the heap may grow to 512 MB of 2048 MB",
            "ok: cores: 2 cores",
            "ok: files: 8192 files may be open at once");
  }

  @Test
  void tellsWhatAnUnfitMachineLacks() {
    Machine machine =
        new Machine(Runtime.Version.parse("11.0.2"), "Example", 128 * MEBI, 512 * MEBI, 1, 256);

    assertThat(lines(machine))
        .containsExactly(
            "error: java: Java 11 is too old; install a JDK, 17 or newer, and let JAVA_HOME name it",
            "warning: memory: the heap may grow to 128 MB only; allow more, for example"
                + " JAVA_TOOL_OPTIONS=-Xmx512m",
            "warning: cores: there is one core; give it two, so that a long query does not hold up"
                + " all",
            "warning: files: only 256 files may be open at once; allow 4096: ulimit -n, or"
                + " LimitNOFILE= of the systemd unit");
  }

  @Test
  void warnsOfAHeapThatLeavesTheSystemTooLittle() {
    Machine machine =
        new Machine(Runtime.Version.parse("21"), "Example", 1600 * MEBI, 2048 * MEBI, 4, -1);

    assertThat(lines(machine))
        .contains(
            "warning: memory: the heap may grow to 1600 MB of the 2048 MB there are; leave a"
                + " quarter to the system, which keeps the database's files in it",
            "ok: files: the system does not say how many files may be open");
  }

  @Test
  void measuresTheMachineItRunsOn() {
    assertThat(Machine.here().findings())
        .hasSize(4)
        .first()
        .extracting(Finding::level)
        .isEqualTo(Level.OK);
  }

  @Test
  void warnsOfAProxyThatJavaDoesNotFollowAndHidesItsPassword() {
    assertThat(lines(new ProxySettings(Map.of("https_proxy", "http://me:sesame@proxy.example"))))
        .containsExactly(
            "warning: proxy: https_proxy is set, which Java does not follow; if SERVICE is allowed"
                + " and must use it, set -Dhttps.proxyHost and -Dhttps.proxyPort in"
                + " JAVA_TOOL_OPTIONS");
    assertThat(lines(new ProxySettings(Map.of("https_proxy", ""))))
        .containsExactly("ok: proxy: none is set");
  }
}
