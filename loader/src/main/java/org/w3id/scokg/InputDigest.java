package org.w3id.scokg;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The id of a build: a digest of what it is made of and of the program that makes it. */
final class InputDigest {

  private static final int LENGTH = 16;

  /** The record that ends a ZIP file without a comment (APPNOTE §4.3.16). */
  private static final int END_LENGTH = 22;

  private static final int END_SIGNATURE = 0x06054b50;

  private InputDigest() {}

  /** The id of the build that a project gives now: {@value #LENGTH} hexadecimal digits. */
  static String of(Project project) {
    try {
      MessageDigest digest = DigestUtils.getSha256Digest();
      addFiles(digest, project.directory(), project.inputs());
      addProgram(digest);
      return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
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
    digest.update(directory(program));
  }

  /**
   * The central directory of the program's jar (ZIP, APPNOTE §4.3.12): the names, sizes and check
   * sums of all that is in it, which stand for the content and are read much faster.
   */
  private static byte[] directory(Path jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
      ByteBuffer end = ByteBuffer.wrap(read(file, file.length() - END_LENGTH, END_LENGTH));
      end.order(ByteOrder.LITTLE_ENDIAN);
      if (end.getInt(0) != END_SIGNATURE) {
        return Files.readAllBytes(jar);
      }
      return read(file, Integer.toUnsignedLong(end.getInt(16)), end.getInt(12));
    }
  }

  private static byte[] read(RandomAccessFile file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
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
