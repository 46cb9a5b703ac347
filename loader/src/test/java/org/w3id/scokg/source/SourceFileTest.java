package org.w3id.scokg.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as they are packed and encoded, and as accidents leave them. */
class SourceFileTest {

  private static final byte[] SMALL = "id,name\n1,Ä\n".getBytes(UTF_8);

  @TempDir Path temp;

  private SourceFile file(Compression compression, byte[] bytes) throws IOException {
    return file(compression, bytes, UTF_8);
  }

  private SourceFile file(Compression compression, byte[] bytes, Charset encoding)
      throws IOException {
    return new SourceFile(
        Files.write(temp.resolve("source"), bytes), "source", compression, encoding);
  }

  private static byte[] pack(Compression compression, Map<String, byte[]> files) {
    return switch (compression) {
      case NONE -> files.values().iterator().next();
      case GZIP -> Packed.gzip(files.values().iterator().next());
      case ZIP -> Packed.zip(files);
      case TAR_GZIP -> Packed.gzip(Packed.tar(files));
      case TAR_XZ -> Packed.xz(Packed.tar(files));
    };
  }

  /** Reads as every format does: a failure is told by the source. */
  private static String read(SourceFile file) {
    StringWriter text = new StringWriter();
    try (Reader reader = file.reader()) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw file.failure(e, text.toString().lines().count());
    }
    return text.toString();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Compression.class)
  void unpacks(Compression compression) throws IOException {
    assertThat(read(file(compression, pack(compression, Map.of("a.csv", SMALL)))))
        .isEqualTo("id,name\n1,Ä\n");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"ZIP", "TAR_GZIP", "TAR_XZ"})
  void passesOverFoldersAndWhatMacOsAdds(Compression compression) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("data/", new byte[0]);
    files.put("data/._a.csv", noise(10));
    files.put("data/a.csv", SMALL);
    files.put("__MACOSX/data/a.csv", noise(10));
    assertThat(read(file(compression, pack(compression, files)))).isEqualTo("id,name\n1,Ä\n");
  }

  @Test
  void unpacksAFileWhoseNameIsInAnOldEncoding() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes, ISO_8859_1)) {
      out.putNextEntry(new ZipEntry("Übersicht.csv"));
      out.write(SMALL);
    }
    assertThat(read(file(Compression.ZIP, bytes.toByteArray()))).isEqualTo("id,name\n1,Ä\n");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"ZIP", "TAR_GZIP", "TAR_XZ"})
  void refusesAnArchiveOfSeveralFiles(Compression compression) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.csv", SMALL);
    files.put("b.csv", SMALL);
    SourceFile file = file(compression, pack(compression, files));
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            """
            source: error: the archive holds 2 files: a.csv, b.csv
              why: a source is one file, and so is what is packed
              fix: pack the file alone, or unpack the archive and name the file in the mapping""");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"ZIP", "TAR_GZIP", "TAR_XZ"})
  void listsTheFirstFilesOfAnArchiveOfMany(Compression compression) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      files.put("f" + i, SMALL);
    }
    SourceFile file = file(compression, pack(compression, files));
    assertThatThrownBy(() -> read(file))
        .hasMessageStartingWith(
            "source: error: the archive holds 12 files:"
                + " f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, …\n");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"ZIP", "TAR_GZIP", "TAR_XZ"})
  void refusesAnArchiveWithoutAFile(Compression compression) throws IOException {
    SourceFile file = file(compression, pack(compression, Map.of("data/", new byte[0])));
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            """
            source: error: the archive holds no file
              why: a source is one file, and so is what is packed
              fix: pack the file that is meant""");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"GZIP,gzip", "ZIP,zip", "TAR_GZIP,tar.gz", "TAR_XZ,tar.xz"})
  void refusesWhatIsNotPackedSo(Compression compression, String kind) throws IOException {
    SourceFile file = file(compression, SMALL);
    assertThatThrownBy(file::open)
        .hasMessageStartingWith("source: error: the file is no " + kind + " file\n");
  }

  @Test
  void tellsWhereTheWayOfPackingIsNamed() throws IOException {
    SourceFile file = file(Compression.GZIP, SMALL);
    assertThatThrownBy(file::open)
        .hasMessage(
            """
            source: error: the file is no gzip file
              why: the mapping or the ending of the name says that it is packed so
              fix: correct rml:compression, or pack the file so""");
  }

  @Test
  void refusesAGzipFileThatHoldsNoTarFile() throws IOException {
    SourceFile file = file(Compression.TAR_GZIP, Packed.gzip(" 0".repeat(5000).getBytes(UTF_8)));
    assertThatThrownBy(() -> read(file))
        .hasMessageStartingWith(
            "source: error: the file cannot be unpacked: Corrupted TAR archive.\n");
  }

  @Test
  void tellsThatTheChecksumOfATarFileDiffers() throws IOException {
    byte[] tar = Packed.tar(Map.of("a.csv", SMALL));
    tar[0] ^= 1;
    SourceFile file = file(Compression.TAR_XZ, Packed.xz(tar));
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            """
            source: error: the file cannot be unpacked: the checksum differs
              why: it is packed as tar.xz, and damaged here
              fix: pack it or fetch it again""");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"GZIP", "ZIP", "TAR_GZIP", "TAR_XZ"})
  void tellsThatAPackedFileEndsInTheMiddle(Compression compression) throws IOException {
    byte[] whole = pack(compression, Map.of("a.csv", noise(50_000)));
    SourceFile file = file(compression, Arrays.copyOf(whole, whole.length / 2), ISO_8859_1);
    assertThatThrownBy(() -> read(file))
        .hasMessageMatching(
            """
            source(:\\d+)?: error: the packed file ends in the middle
              why: it was cut off when it was written, copied or fetched
              fix: pack it or fetch it again""");
  }

  @Test
  void tellsThatTheTarFileInAPackedFileEndsInTheMiddle() throws IOException {
    byte[] tar = Arrays.copyOf(Packed.tar(Map.of("a.csv", noise(50_000))), 20_000);
    SourceFile file = file(Compression.TAR_GZIP, Packed.gzip(tar), ISO_8859_1);
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining(": error: the packed file ends in the middle\n");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"GZIP", "ZIP", "TAR_GZIP", "TAR_XZ"})
  void tellsThatAPackedFileIsDamaged(Compression compression) throws IOException {
    byte[] packed = pack(compression, Map.of("a.csv", noise(50_000)));
    packed[packed.length / 2] ^= 1;
    SourceFile file = file(compression, packed, ISO_8859_1);
    assertThatThrownBy(() -> read(file))
        .hasMessageMatching(
            """
            source(:\\d+)?: error: the file cannot be unpacked: .+
              why: it is packed as %s, and damaged here
              fix: pack it or fetch it again"""
                .formatted(compression.kind()));
  }

  @Test
  void tellsThatTheChecksumOfAZipFileDiffers() throws IOException {
    byte[] packed = Packed.zip(Map.of("a.csv", noise(50_000)));
    packed[packed.length / 2] ^= 1;
    SourceFile file = file(Compression.ZIP, packed, ISO_8859_1);
    assertThatThrownBy(() -> file.open().readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessage("the checksum differs");
  }

  @Test
  void readsFilesThatAreGzippedPieceByPiece() throws IOException {
    byte[] one = Packed.gzip("a\n".getBytes(UTF_8));
    byte[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, both, one.length, one.length);
    assertThat(read(file(Compression.GZIP, both))).isEqualTo("a\na\n");
  }

  @Test
  void readsSingleBytesOfArchives() throws IOException {
    for (Compression archive : new Compression[] {Compression.ZIP, Compression.TAR_XZ}) {
      byte[] packed = pack(archive, Map.of("a", new byte[] {42}));
      try (var in = file(archive, packed).open()) {
        assertThat(in.read()).isEqualTo(42);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Compression.class)
  void refusesAFileThatIsNotThere(Compression compression) {
    SourceFile file = new SourceFile(temp.resolve("no"), "no", compression, UTF_8);
    assertThatThrownBy(file::open)
        .hasMessage(
            """
            no: error: there is no such file
              why: the command, a mapping or the project's layout names this file
              fix: create it, or correct the path that names it""");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Compression.class)
  void refusesAFolder(Compression compression) {
    SourceFile file = new SourceFile(temp, "folder", compression, UTF_8);
    assertThatThrownBy(file::open)
        .hasMessage(
            """
            folder: error: the file cannot be read: Is a directory
              why: the operating system refuses it
              fix: check that it is a file and that you may read it""");
  }

  static Stream<Arguments> encoded() {
    return Stream.of(
        Arguments.of("UTF-8", UTF_8, "Ä,𝄞\n".getBytes(UTF_8)),
        Arguments.of("UTF-8 with a mark", UTF_8, "\uFEFFÄ,𝄞\n".getBytes(UTF_8)),
        Arguments.of("UTF-16 with a mark", UTF_16, "Ä,𝄞\n".getBytes(UTF_16)),
        Arguments.of("UTF-16LE with a mark", UTF_16, "\uFEFFÄ,𝄞\n".getBytes(UTF_16LE)),
        Arguments.of("UTF-16LE", UTF_16LE, "Ä,𝄞\n".getBytes(UTF_16LE)),
        Arguments.of("UTF-16LE, and a mark", UTF_16LE, "\uFEFFÄ,𝄞\n".getBytes(UTF_16LE)),
        Arguments.of("UTF-16BE", UTF_16BE, "Ä,𝄞\n".getBytes(UTF_16BE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encoded")
  void decodes(String title, Charset encoding, byte[] bytes) throws IOException {
    assertThat(title).isNotEmpty();
    SourceFile file = file(Compression.NONE, bytes, encoding);
    assertThat(read(file)).isEqualTo("Ä,𝄞\n");
    try (Reader reader = file.reader()) {
      assertThat(reader.read()).isEqualTo('Ä');
      assertThat(reader.read()).isEqualTo(',');
      assertThat(reader.read(new char[0], 0, 0)).isZero();
    }
  }

  @Test
  void readsAnEmptyFile() throws IOException {
    assertThat(read(file(Compression.NONE, new byte[0]))).isEmpty();
    assertThat(read(file(Compression.NONE, "\uFEFF".getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void namesEveryLineThatIsNotInTheEncoding() throws IOException {
    SourceFile file = file(Compression.GZIP, Packed.gzip("a\r\nä ä\r\nb\rö".getBytes(ISO_8859_1)));
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            """
            source:2: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding
            source:4: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding""");
  }

  @Test
  void findsBadLinesFarIntoAFile() throws IOException {
    String lines = "ä\n".repeat(100_000);
    byte[] bytes = Arrays.copyOf(lines.getBytes(UTF_8), 300_001);
    bytes[300_000] = (byte) 0xc3;
    SourceFile file = file(Compression.NONE, bytes);
    assertThatThrownBy(() -> read(file))
        .hasMessageStartingWith("source:100001: error: the line is not UTF-8\n");
  }

  @Test
  void namesTheLineThatWasReachedInAFileThatWasMendedMeanwhile() throws IOException {
    SourceFile file = file(Compression.NONE, SMALL);
    assertThat(file.failure(new MalformedInputException(1), 2))
        .hasMessageStartingWith("source:2: error: the line is not UTF-8\n");
    assertThat(file.failure(new MalformedInputException(1), 0))
        .hasMessageStartingWith("source: error: the line is not UTF-8\n");
  }

  @Test
  void tellsOfAFolderThatTookTheFilesPlace() {
    SourceFile file = new SourceFile(temp, "source", Compression.NONE, UTF_8);
    assertThatThrownBy(() -> file.failure(new MalformedInputException(1), 2))
        .hasMessageStartingWith("source: error: the file cannot be read: Is a directory\n");
  }

  @Test
  void refusesAFileThatMayNotBeRead() {
    SourceFile file = new SourceFile(temp, "source", Compression.GZIP, UTF_8);
    assertThat(file.failure(new AccessDeniedException("/somewhere"), 0))
        .hasMessage(
            """
            source: error: the file cannot be read: Permission denied
              why: the operating system refuses it
              fix: check that it is a file and that you may read it""");
  }

  @Test
  void findsAHalfCharacterOfUtf16() throws IOException {
    SourceFile file =
        file(Compression.NONE, new byte[] {'a', 0, '\n', 0, 0, (byte) 0xd8, 'b', 0}, UTF_16LE);
    assertThatThrownBy(() -> read(file))
        .hasMessageStartingWith("source:2: error: the line is not UTF-16LE\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a.csv,NONE",
    "a.csv.gz,GZIP",
    "A.CSV.GZ,GZIP",
    "a.zip,ZIP",
    "a.tar.gz,TAR_GZIP",
    "a.tgz,TAR_GZIP",
    "a.tar.xz,TAR_XZ",
    "a.txz,TAR_XZ"
  })
  void guessesByTheEndingOfAName(String name, Compression compression) {
    assertThat(Compression.ofName(name)).isEqualTo(compression);
  }
}
