package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Waits for the disk on a thread of its own, so that nothing else needs to. */
final class Forcing implements Closeable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor(Tasks.named("forces"));
  private final List<Future<?>> forced = new ArrayList<>();

  /** Sees to it that what was written to a file gets on the disk, and closes it. */
  synchronized void force(FileChannel file) {
    forced.add(
        thread.submit(
            () -> {
              try (file) {
                file.force(false);
              }
              return null;
            }));
  }

  /** Brings the names of the files in a directory to the disk. */
  static void forceDirectory(Path directory) throws IOException {
    FileChannel opened;
    try {
      opened = FileChannel.open(directory, StandardOpenOption.READ);
    } catch (IOException e) {
      // Not every system opens directories; those that do not keep names by themselves.
      return;
    }
    try (opened) {
      opened.force(true);
    }
  }

  /** Brings all files of a directory to the disk, and their names. */
  void forceFiles(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      force(FileChannel.open(file, StandardOpenOption.WRITE));
    }
    forceDirectory(directory);
  }

  /** Waits until all is on the disk. */
  void finish() throws IOException, InterruptedException {
    for (Future<?> each : pending()) {
      Tasks.await(each);
    }
  }

  private synchronized List<Future<?>> pending() {
    return List.copyOf(forced);
  }

  @Override
  public void close() {
    Tasks.stop(thread);
  }
}
