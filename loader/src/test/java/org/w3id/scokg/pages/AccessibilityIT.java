package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks at every kind of page with axe-core in a browser. The pages allow no script, so they are
 * shown by another server, which puts axe-core into them; that it is skipped where there is no
 * Chromium is said.
 */
class AccessibilityIT {

  private static final String AXE = "/axe-core.js";
  private static final String RUN = "/run.js";
  private static final String WRONG = "/wrong";
  private static final String SCRIPTS =
      "<script src=\"" + AXE + "\"></script><script src=\"" + RUN + "\"></script></body>";

  /** Leaves what was found in the document, which the browser then prints. */
  private static final String SCRIPT =
      """
      axe.run(document, {resultTypes: ['violations']}).then(function (results) {
        var found = results.violations.map(function (v) {
          return v.impact + ': ' + v.id + ': ' + v.nodes.map(function (n) { return n.target.join(' '); }).join(', ');
        });
        var pre = document.createElement('pre');
        pre.id = 'axe-found';
        pre.textContent = '[[' + results.passes.length + ' passed|' + found.join('|') + ']]';
        document.body.appendChild(pre);
      });
      """;

  private static final Pattern FOUND =
      Pattern.compile("(?s)<pre id=\"axe-found\">\\[\\[(\\d+) passed\\|(.*?)]]");

  @TempDir static Path folder;

  private static Optional<Path> browser = Optional.empty();
  private static SiteServer site;
  private static HttpServer frame;

  @BeforeAll
  static void start() throws IOException {
    browser =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .flatMap(p -> Stream.of(Path.of(p, "chromium"), Path.of(p, "chromium-browser")))
            .filter(Files::isExecutable)
            .findFirst();
    site = SiteServer.of(DrawnPagesTest.DRAWN, folder);
    frame = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    frame.createContext("/", AccessibilityIT::answer);
    frame.start();
  }

  @AfterAll
  static void stop() {
    frame.stop(0);
    site.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    if (path.equals(AXE)) {
      try (InputStream axe =
          Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"))) {
        send(exchange, 200, "text/javascript", axe.readAllBytes());
      }
    } else if (path.equals(RUN)) {
      send(exchange, 200, "text/javascript", SCRIPT.getBytes(StandardCharsets.UTF_8));
    } else if (path.equals(WRONG)) {
      String page = "<html lang=en><title>Wrong</title><body><main><img src=x></main>" + SCRIPTS;
      send(exchange, 200, "text/html", page.getBytes(StandardCharsets.UTF_8));
    } else {
      HttpResponse<String> page = site.browse(path);
      send(
          exchange,
          page.statusCode(),
          SiteServer.header(page, "Content-Type"),
          page.body().replace("</body>", SCRIPTS).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/",
        "/page/nowy-brod",
        "/page/lesna?lang=ru",
        "/page/fact/walk/W1",
        "/page/source/walk",
        "/search?q=nowy",
        "/search?q=nwoy+brot",
        "/queries",
        "/query/towns",
        "/ontology",
        "/dataset",
        "/dumps/",
        "/cite",
        "/id/nowy-brot",
        "/map?date=1955-07-01",
        "/timeline",
        "/network",
        "/figures?lang=ru",
      })
  void nothingKeepsAReaderOut(String path) throws IOException, InterruptedException {
    assumeTrue(browser.isPresent(), "there is no chromium here, so no page is looked at");

    Matcher found = FOUND.matcher(show(path));

    assertThat(found.find()).as("axe-core has looked at " + path).isTrue();
    assertThat(Integer.parseInt(found.group(1))).isPositive();
    assertThat(List.of(found.group(2).split("\\|", -1))).as(path).containsExactly("");
  }

  @Test
  void whatKeepsAReaderOutIsFound() throws IOException, InterruptedException {
    assumeTrue(browser.isPresent(), "there is no chromium here, so no page is looked at");

    Matcher found = FOUND.matcher(show(WRONG));

    assertThat(found.find()).isTrue();
    assertThat(found.group(2)).contains("critical: image-alt: img");
  }

  private static String show(String path) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "dom", ".html");
    Process process =
        new ProcessBuilder(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--virtual-time-budget=20000",
                "--dump-dom",
                "http://localhost:" + frame.getAddress().getPort() + path)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser has ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
