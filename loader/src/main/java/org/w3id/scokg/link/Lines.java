package org.w3id.scokg.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Reads the lines of a UTF-8 file, without guessing at a single character. */
final class Lines {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Lines() {}

  /**
   * The lines of a file, without their ends. A byte order mark and carriage returns, which
   * spreadsheets leave behind, are passed over.
   */
  static List<String> read(Path file, String name) {
    Diagnostics problems = new Diagnostics();
    List<String> lines = new ArrayList<>();
    for (byte[] line : split(bytes(file, name))) {
      lines.add(decode(line, Location.of(name, lines.size() + 1L), problems));
    }
    problems.throwIfAny();
    if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
      lines.set(0, lines.get(0).substring(1));
    }
    return lines;
  }

  private static byte[] bytes(Path file, String name) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(name),
              "there is no such file",
              "links are read from it",
              "create it, or correct the path that names it"));
    } catch (IOException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(name),
              "the file cannot be read: " + e.getMessage(),
              "links are read from it",
              "check that it is a file and that its mode lets it be read"));
    }
  }

  private static List<byte[]> split(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte b : bytes) {
      if (b == '\n') {
        lines.add(line.toByteArray());
        line.reset();
      } else {
        line.write(b);
      }
    }
    if (line.size() > 0) {
      lines.add(line.toByteArray());
    }
    return lines;
  }

  private static String decode(byte[] line, Location place, Diagnostics problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      problems.accept(
          new Diagnostic(
              place,
              "the line is not UTF-8",
              "SSSOM/TSV is UTF-8, and no character is guessed",
              "save the file in that encoding"));
      return "";
    }
  }
}
