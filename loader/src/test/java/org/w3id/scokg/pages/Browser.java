package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A tab of Chromium, driven by the DevTools protocol. It resolves no name but that of this machine,
 * and remembers all that it asked for and complained of.
 */
final class Browser implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  private Browser(Process process, URI tab) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(tab, new Reader()).join();
  }

  /** Where the program is, if there is one on this machine. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(p -> Stream.of(Path.of(p, "chromium"), Path.of(p, "chromium-browser")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a tab, with a profile of its own in a folder. */
  static Browser start(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      URI browser = URI.create(listening(process));
      Browser tab = new Browser(process, tab(browser.getPort()));
      for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
        tab.send(domain + ".enable", Map.of());
      }
      return tab;
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The address that it tells once it listens; what it says afterwards is thrown away. */
  private static String listening(Process process) throws InterruptedException {
    BlockingQueue<String> found = new LinkedBlockingQueue<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.startsWith("DevTools listening on ")) {
                    found.add(line.substring("DevTools listening on ".length()));
                  }
                }
              } catch (IOException e) {
                // It has ended.
              }
            });
    reader.setDaemon(true);
    reader.start();
    String address = found.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (address == null) {
      throw new IllegalStateException("the browser does not listen");
    }
    return address;
  }

  private static URI tab(int port) throws IOException, InterruptedException {
    HttpResponse<String> list =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build(),
                HttpResponse.BodyHandlers.ofString());
    for (JsonNode target : JSON.readTree(list.body())) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IllegalStateException("the browser has no tab");
  }

  /** Collects what comes; a message may come in parts. */
  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private void take(String message) {
    try {
      JsonNode read = JSON.readTree(message);
      CompletableFuture<JsonNode> waiting = answers.remove(read.path("id").asInt(-1));
      if (waiting == null) {
        events.add(read);
      } else {
        waiting.complete(read);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives a command, and waits for what it answers. */
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    socket.sendText(command.toString(), true).join();
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the browser does not answer to " + method, e);
    }
  }

  /** Goes to a page; what was asked for and complained of before is forgotten. */
  void go(String address) {
    events.clear();
    send("Page.navigate", Map.of("url", address));
  }

  /** Goes to a page, and returns when all of it is there. */
  void open(String address) {
    go(address);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (events("Page.loadEventFired", "/timestamp").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(address + " is not loaded in time: " + complaints());
      }
      value("1");
    }
  }

  /** Makes the window so many pixels wide; below 500 it is that of a phone. */
  void width(int pixels) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", pixels < 500));
  }

  /** Shows pages on a medium, {@code screen} or {@code print}, in a scheme of colours. */
  void media(String medium, String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Allows scripts, or forbids them. */
  void allowScripts(boolean areAllowed) {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !areAllowed));
  }

  /** The value of an expression, which may be a promise, as text. */
  String value(String expression) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    assertThat(result.path("exceptionDetails").toString()).as(expression).isEmpty();
    return result.path("result").path("value").asText();
  }

  /** Waits until an expression is true; each look at it is a message to the browser and back. */
  void await(String condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isTrue(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "%s is not so in time at %s: %s"
                .formatted(condition, value("location.href"), complaints()));
      }
    }
  }

  /** Not so, too, while a page goes away. */
  private boolean isTrue(String condition) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", "Boolean(" + condition + ")", "returnByValue", true));
    return result.path("result").path("value").asBoolean(false);
  }

  /** Types letters, one key after the other. */
  void type(String text) {
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key -> {
              send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "text", key, "key", key));
              send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
            });
  }

  /** Presses a key that is no letter. */
  void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /** The addresses that were asked for since the page was gone to. */
  List<String> requests() {
    return events("Network.requestWillBeSent", "/request/url");
  }

  /** What the browser complained of since then: errors of scripts, of policies, of loading. */
  List<String> complaints() {
    return Stream.concat(
            events("Runtime.exceptionThrown", "/exceptionDetails").stream(),
            Stream.concat(
                events("Log.entryAdded", "/entry/text").stream(),
                events("Runtime.consoleAPICalled", "/args").stream()))
        .toList();
  }

  private List<String> events(String method, String pointer) {
    return events.stream()
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.path("params").at(pointer))
        .map(found -> found.isValueNode() ? found.asText() : found.toString())
        .toList();
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
