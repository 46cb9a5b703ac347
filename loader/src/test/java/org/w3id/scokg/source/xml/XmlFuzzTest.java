package org.w3id.scokg.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.SourceFile;

/** Whatever a document or a path is like, it is read or its problem is told. */
class XmlFuzzTest {

  private static final List<byte[]> DOCUMENTS =
      List.of(
          bytes("<?xml version='1.0' encoding='UTF-8'?><a k='v'><b i='1'>x&amp;y</b><b/></a>"),
          bytes("<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY f '&e;&e;'>]><a><b>&e;&#65;</b></a>"),
          bytes("<!DOCTYPE a SYSTEM 'x.dtd'><!-- c --><a xmlns='u' xmlns:p='v'><p:b p:i=''/></a>"),
          bytes("<a><b><![CDATA[<x>]]><?p q?><c>\u00e4\ud83d\ude00</c></b><b><b><c/></b></b></a>"),
          "<?xml version='1.1' encoding='UTF-16'?><a><b>z</b></a>"
              .getBytes(StandardCharsets.UTF_16),
          "<?xml version='1.0' encoding='ISO-8859-1'?><a><b>\u00e4</b></a>"
              .getBytes(StandardCharsets.ISO_8859_1));

  private static final List<String> ITERATORS = List.of("/a/b", "//b", "//b[1]", "/*/@*");

  private static final List<String> REFERENCES =
      List.of(".", "c", "@i", "../@k", "text()", "b/c", "*[1]", "count(//c)", "string(.)", "r:b");

  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "a",
          "b",
          "@",
          "*",
          "..",
          ".",
          "[",
          "]",
          "(",
          ")",
          "'x'",
          "1",
          "::",
          "p:",
          "q:",
          "child",
          "ancestor",
          "text()",
          "count(",
          " and ",
          "|",
          "-",
          "=",
          "$",
          ",",
          "id(",
          "{",
          "\0",
          "\ud83d",
          "\u00e4",
          " ",
          "\"",
          "position()",
          "lang('x')",
          "node()",
          "div",
          "2",
          "!",
          "<");

  @TempDir Path folder;

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void brokenDocumentsAreReadOrTold(long seed) {
    Random random = new Random(seed);
    int told = 0;
    for (int round = 0; round < 300; round++) {
      byte[] document = mutated(any(DOCUMENTS, random), random);
      try {
        read(document, any(ITERATORS, random), random);
      } catch (InputException e) {
        told++;
        assertThat(e.diagnostics())
            .allSatisfy(problem -> assertThat(problem.what()).doesNotContain("its reader fails"));
      }
    }
    assertThat(told).isBetween(50, 290);
  }

  private void read(byte[] document, String iterator, Random random) {
    Detail detail = random.nextBoolean() ? Detail.WHOLE : Detail.REFERENCES;
    try (Iterations source = XmlFile.of(folder, document).open(iterator, detail)) {
      int first = source.reference(any(REFERENCES, random));
      source.reference(any(REFERENCES.subList(0, 6), random));
      source.forEach(
          record -> {
            for (int i = 0; i < record.count(first); i++) {
              assertThat(record.value(first, i)).isNotNull();
            }
            assertThat(record.line()).isPositive();
            assertThat(detail == Detail.WHOLE ? record.json() : "\"").startsWith("\"");
          },
          bad -> assertThat(bad.json()).isNotEmpty());
      assertThat(source.absent()).hasSizeLessThanOrEqualTo(2);
      assertThat(source.names()).doesNotContainNull();
    }
  }

  private static byte[] mutated(byte[] document, Random random) {
    byte[] bytes = document.clone();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(Math.min(9, bytes.length - from));
      switch (random.nextInt(7)) {
        case 0 -> bytes[from] = (byte) random.nextInt(256);
        case 1 -> bytes[from] = (byte) "<>&;'\"=/![]?-\0 \n".charAt(random.nextInt(16));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, from));
        case 3 -> bytes = joined(bytes, to, bytes, from);
        case 4, 5 -> bytes = withoutPart(bytes, random);
        default -> bytes = joined(bytes, from, any(DOCUMENTS, random), 0);
      }
    }
    return bytes;
  }

  /** Leaves out what lies between two characters that are the same. */
  private static byte[] withoutPart(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = from + 1;
    while (to < bytes.length && bytes[to] != bytes[from]) {
      to++;
    }
    return to < bytes.length ? joined(bytes, from, bytes, to) : bytes;
  }

  /** The first bytes up to {@code end}, and the others from {@code start}. */
  private static byte[] joined(byte[] first, int end, byte[] second, int start) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first, 0, end);
    int from = Math.min(start, second.length - 1);
    bytes.write(second, from, second.length - from);
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void randomPathsAreFollowedOrRefused(long seed) {
    Random random = new Random(seed);
    int followed = 0;
    for (int round = 0; round < 300; round++) {
      StringBuilder path = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        path.append(any(PIECES, random));
      }
      followed += isFollowed(path.toString(), "a") + isFollowed("/a/b", path.toString());
    }
    assertThat(followed).isBetween(20, 550);
  }

  private int isFollowed(String iterator, String reference) {
    byte[] document = any(DOCUMENTS, new Random(0));
    try (Iterations source =
        Iterations.open(
            new SourceFile(
                XmlFile.of(folder, document).path(),
                "rivers.xml",
                Compression.NONE,
                StandardCharsets.UTF_8),
            new Format.Xml(iterator, Map.of("p", "urn:p")),
            Detail.WHOLE)) {
      source.reference(reference);
      source.forEach(record -> assertThat(record.json()).isNotNull(), bad -> {});
      return 1;
    } catch (BadReference e) {
      assertThat(e.what()).contains(reference.equals("a") ? iterator : reference);
      return 0;
    } catch (InputException e) {
      assertThat(e.getMessage()).contains("cannot be evaluated");
      return 0;
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
