package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as it is installed: a jar. */
final class ProgramProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path err;

  private ProgramProcess(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  static ProgramProcess start(String... args) throws IOException {
    return start(List.of(), args);
  }

  /** Starts the program in a virtual machine with options. */
  static ProgramProcess start(List<String> options, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", "target/scokg.jar"));
    command.addAll(List.of(args));
    Path err = Files.createTempFile("scokg", ".err");
    return new ProgramProcess(new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
  }

  boolean lives() {
    return process.isAlive();
  }

  /** Whether it has a file below a folder in its memory, as the kernel tells. */
  boolean maps(Path folder) throws IOException {
    Path maps = Path.of("/proc", String.valueOf(process.pid()), "maps");
    assumeThat(maps).as("the kernel tells what is mapped").exists();
    return Files.readString(maps).contains(folder.toString());
  }

  /** The next line of standard output, waited for. */
  String readLine() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return String.valueOf(out.readLine());
  }

  /** Waits for the end, and answers the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the program does not end");
    }
    return process.exitValue();
  }

  String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    signal(Signal.INT);
  }

  /** Tells the process to end. */
  void signal(Signal signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  /** How a process is told to end. */
  enum Signal {
    /** By Ctrl-C. */
    INT(2),
    /** By a service manager. */
    TERM(15);

    private final int number;

    Signal(int number) {
      this.number = number;
    }

    /** The code that a process ends with which this has ended. */
    int exitCode() {
      return 128 + number;
    }
  }

  /** Ends the process without giving it a moment. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(err);
  }
}
