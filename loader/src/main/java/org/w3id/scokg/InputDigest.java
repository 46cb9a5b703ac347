package org.w3id.scokg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The id of a build: a digest of what it is made of and of the program that makes it. */
final class InputDigest {

  private static final int LENGTH = 16;

  private InputDigest() {}

  /** The id of the build that a project gives now: {@value #LENGTH} hexadecimal digits. */
  static String of(Project project) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      addFiles(digest, project.directory(), project.inputs());
      addProgram(digest);
      return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bug: every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addFiles(MessageDigest digest, Path root, List<Path> files)
      throws IOException {
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      add(digest, root.relativize(file) + "\0" + content.length + "\0");
      digest.update(content);
    }
  }

  private static void addProgram(MessageDigest digest) throws IOException {
    Path program = program();
    if (Files.isDirectory(program)) {
      try (Stream<Path> walk = Files.walk(program)) {
        addFiles(digest, program, walk.filter(Files::isRegularFile).sorted().toList());
      }
      return;
    }
    // The check sums in the jar's directory stand for its content, and are read much faster.
    try (ZipFile jar = new ZipFile(program.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        add(digest, entry.getName() + "\0" + entry.getCrc() + "\0" + entry.getSize() + "\0");
      }
    }
  }

  private static Path program() {
    try {
      return Path.of(InputDigest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Bug: the program does not know where it is", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
