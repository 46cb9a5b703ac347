package org.w3id.scokg.blackbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A person at a shell in a project, who starts a server and asks it. The server listens at a free
 * port; what is typed and read speaks of the usual one.
 */
final class Shell implements AutoCloseable {

  private static final String USUAL_PORT = "3030";
  private static final long PATIENCE_SECONDS = 120;

  private final Path directory;
  private final List<Process> servers = new ArrayList<>();
  private String port = "0";

  private Shell(Path directory) {
    this.directory = directory;
  }

  static Shell in(Path directory) {
    return new Shell(directory);
  }

  /** Whether a command is there to be run. */
  boolean has(String command) throws IOException, InterruptedException {
    return !run("command -v " + command).isEmpty();
  }

  /** Runs a command, and answers all it prints; a server goes on running. */
  String run(String command) throws IOException, InterruptedException {
    if (command.startsWith("./scokg serve")) {
      return serve(command);
    }
    Process process = start(command.replace(":" + USUAL_PORT, ":" + port));
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("'" + command + "' does not end");
    }
    return atUsualPort(printed);
  }

  /** Starts a server, and answers what it prints until it serves or gives up. */
  private String serve(String command) throws IOException {
    Process server = start(command + " --port " + port);
    servers.add(server);
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.append(line).append('\n');
      if (line.startsWith("http://")) {
        port = line.replaceAll("^http://[^/]*:([0-9]+)/.*$", "$1");
      }
      if (line.endsWith("/reconcile")) {
        break;
      }
    }
    return atUsualPort(printed.toString());
  }

  private String atUsualPort(String printed) {
    return port.equals("0") ? printed : printed.replace(port, USUAL_PORT);
  }

  private Process start(String command) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell.environment().put("LC_ALL", "C.UTF-8");
    return shell.start();
  }

  /** Ends the servers. */
  @Override
  public void close() {
    for (Process server : servers) {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
      server.onExit().join();
    }
  }
}
