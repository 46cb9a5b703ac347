package org.w3id.scokg.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disk, the clock, the port and the tokens. */
class SurroundingsTest {

  private static final String HOST = "127.0.0.1";

  @TempDir Path folder;

  private static List<String> lines(Check check) {
    return check.findings().stream().map(Finding::toString).toList();
  }

  @Test
  void buildsCanBeMadeInAFolderThatIsStillToBeMade() throws IOException {
    Path builds = folder.resolve("project/builds");

    assertThat(lines(new BuildFolder(builds)))
        .contains("ok: builds: builds can be made in " + builds);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void noBuildCanBeMadeInAFile() throws IOException {
    Path builds = Files.createFile(folder.resolve("builds"));

    assertThat(lines(new BuildFolder(builds)))
        .contains(
            "error: builds: nothing can be written where builds are made: FileSystemException; let"
                + " whoever runs this write to "
                + builds);
  }

  @ParameterizedTest(name = "{0} MB")
  @CsvSource(
      delimiter = '|',
      value = {
        "63|error: disk: 63 MB are free where builds are made; make room: a build takes about as"
            + " much as the one before",
        "64|warning: disk: only 64 MB are free where builds are made; make room before it is"
            + " needed; builds that are not served may be deleted",
        "1024|ok: disk: 1024 MB are free where builds are made",
      })
  void aBuildNeedsRoom(long mebi, String line) {
    assertThat(BuildFolder.space(mebi)).hasToString(line);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ext4,ok",
    "xfs,ok",
    "tmpfs,ok",
    "nfs4,warning",
    "CIFS,warning",
    "fuse.sshfs,warning"
  })
  void buildsLieOnADiskOfTheMachine(String type, String level) {
    assertThat(BuildFolder.kind(type).toString())
        .startsWith(level + ": filesystem: builds lie on ");
  }

  private List<String> clockAt(String now) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return lines(new SystemClock(folder.resolve("builds"), clock));
  }

  @Test
  void theClockIsNoOlderThanTheProgram() {
    assertThat(clockAt("1970-01-01T00:01:00Z"))
        .containsExactly(
            "error: clock: the clock says 1970-01-01T00:01:00Z, which is long ago; set the clock,"
                + " and keep it with NTP");
    assertThat(clockAt("2026-11-01T00:00:00Z"))
        .containsExactly("ok: clock: the clock says 2026-11-01T00:00:00Z");
  }

  @Test
  void theClockIsNoOlderThanTheBuild() throws IOException {
    Path build = Files.createDirectories(folder.resolve("builds/first"));
    Path report = Files.createFile(build.resolve("report.json"));
    Files.setLastModifiedTime(report, FileTime.from(Instant.parse("2026-11-01T12:00:00Z")));
    Files.createSymbolicLink(folder.resolve("builds/current"), Path.of("first"));

    assertThat(clockAt("2026-11-01T11:56:00Z"))
        .containsExactly("ok: clock: the clock says 2026-11-01T11:56:00Z");
    assertThat(clockAt("2026-11-01T11:54:00Z"))
        .containsExactly(
            "warning: clock: the clock says 2026-11-01T11:54:00Z, but the current build was made at"
                + " 2026-11-01T12:00:00Z; set the clock, and keep it with NTP");
  }

  @Test
  void aPortIsFree() {
    assertThat(lines(new Port(HOST, 0)).get(0)).matches("ok: port: port \\d+ on 127.0.0.1 is free");
  }

  @Test
  void aPortIsTakenByWhatDoesNotSayThatItLives() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    try {
      int port = other.getAddress().getPort();

      assertThat(lines(new Port(HOST, port)))
          .containsExactly(
              "error: port: port %d on 127.0.0.1 cannot be had: Address already in use; stop what"
                      .formatted(port)
                  + " listens there, or choose another with --port");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aPortIsTakenByWhatDoesNotAnswer() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(lines(new Port(HOST, mute.getLocalPort())).get(0)).startsWith("error: port: ");
    }
  }

  @Test
  void aPortIsServedByOurs() throws IOException {
    HttpServer ours =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ours.createContext(
        "/health/live",
        exchange -> {
          byte[] body = "{\"status\":\"live\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    ours.start();
    try {
      int port = ours.getAddress().getPort();

      assertThat(lines(new Port(HOST, port)))
          .containsExactly(
              "ok: port: a server of this program answers at port %d on 127.0.0.1".formatted(port));
    } finally {
      ours.stop(0);
    }
  }

  @Test
  void aHostIsOfThisMachine() {
    assertThat(lines(new Port("192.0.2.1", 3030)))
        .containsExactly(
            "error: port: port 3030 on 192.0.2.1 cannot be had: Cannot assign requested address;"
                + " stop what listens there, or choose another with --port");
    assertThat(lines(new Port(HOST, 70_000)))
        .containsExactly(
            "error: port: nothing can listen at port 70000 on 127.0.0.1: IllegalArgumentException;"
                + " correct --host or --port");
  }

  private Path token(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  @Test
  void aTokenIsKeptFromOthers() throws IOException {
    String secret = "a-token-that-nobody-should-see";
    Path file = token(secret, "rw-r--r--");

    assertThat(lines(new Tokens(Map.of("metrics", file), Map.of())))
        .containsExactly(
            "error: tokens: others may read or write %1$s, the token for metrics; chmod 600 %1$s"
                .formatted(file));

    token(secret, "rw-r-----");
    assertThat(lines(new Tokens(Map.of("metrics", file), Map.of("SCOKG_ADMIN_TOKEN", secret))))
        .containsExactly(
            "ok: tokens: the token for metrics is long enough and kept from others",
            "ok: tokens: SCOKG_ADMIN_TOKEN is long enough");
  }

  @Test
  void aTokenIsLongEnough() throws IOException {
    Path file = token("sesame", "rw-------");

    assertThat(lines(new Tokens(Map.of("publishing", file), Map.of("SCOKG_METRICS_TOKEN", "open"))))
        .containsExactly(
            "error: tokens: %s: the token has 6 characters, fewer than 16; make one with: openssl"
                    .formatted(file)
                + " rand -hex 24",
            "error: tokens: SCOKG_METRICS_TOKEN: the token has 4 characters, fewer than 16; make"
                + " one with: openssl rand -hex 24");
  }

  @Test
  void noTokenNeedsToBeSet() {
    assertThat(lines(new Tokens(Map.of(), Map.of()))).containsExactly("ok: tokens: none is set");
  }
}
