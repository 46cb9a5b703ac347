package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.scokg.diagnostic.Diagnostics;

/** Sources of every format, packed and encoded in every way, give what they give unpacked. */
class PackedSourceTest {

  private static final String NAME = "Äpfel 🍏";

  /** What a source holds, by the ending that tells its format. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "csv", "name\n" + NAME + "\n",
          "json", "{ \"name\": \"" + NAME + "\" }",
          "xml", "<tree><name>" + NAME + "</name></tree>");

  @TempDir Path folder;

  static Stream<Arguments> ways() {
    return TEXTS.keySet().stream()
        .sorted()
        .flatMap(
            format ->
                Stream.of("", ".gz", ".zip", ".tar.gz", ".tar.xz")
                    .flatMap(
                        packing ->
                            Stream.of("UTF-8", "UTF-16")
                                .map(encoding -> Arguments.of(format, packing, encoding))));
  }

  @ParameterizedTest(name = "{0}{1} in {2}")
  @MethodSource("ways")
  void givesWhatItGivesUnpacked(String format, String packing, String encoding) throws IOException {
    byte[] text = Objects.requireNonNull(TEXTS.get(format)).getBytes(encoding);
    Files.write(folder.resolve("source." + format + packing), packed(text, packing));
    Path mapping = folder.resolve("mapping.ttl");
    Files.writeString(
        mapping,
        """
        @prefix rml: <http://w3id.org/rml/> .
        <#map> rml:logicalSource [ rml:source [ rml:path "source.%s" ; rml:encoding rml:%s ] ] ;
          rml:subject <http://example.org/s> ;
          rml:predicateObjectMap [ rml:predicate <http://example.org/p> ;
            rml:objectMap [ rml:reference "name" ] ] .
        """
            .formatted(format + packing, encoding));
    Model statements = new LinkedHashModel();
    Diagnostics problems = new Diagnostics();

    Mapping.read(List.of(mapping), MappingOptions.in(folder))
        .run(new StatementCollector(statements), RecordListener.NONE, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(statements.objects()).extracting(Value::stringValue).containsExactly(NAME);
  }

  private static byte[] packed(byte[] text, String packing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (packing) {
      case ".gz" -> {
        try (OutputStream out = new GZIPOutputStream(bytes)) {
          out.write(text);
        }
      }
      case ".zip" -> {
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
          out.putNextEntry(new ZipEntry("source"));
          out.write(text);
        }
      }
      case ".tar.gz" -> tar(text, new GZIPOutputStream(bytes));
      case ".tar.xz" -> tar(text, new XZCompressorOutputStream(bytes));
      default -> bytes.write(text);
    }
    return bytes.toByteArray();
  }

  private static void tar(byte[] text, OutputStream packed) throws IOException {
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
      TarArchiveEntry entry = new TarArchiveEntry("source");
      entry.setSize(text.length);
      out.putArchiveEntry(entry);
      out.write(text);
      out.closeArchiveEntry();
    }
  }
}
