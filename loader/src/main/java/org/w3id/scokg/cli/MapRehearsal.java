package org.w3id.scokg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;

/** Does what {@code map} does ahead of it, to load the classes that it loads. */
final class MapRehearsal {

  /** A format, the start of its iterator, and a record of it. */
  private record Format(String name, String iterator, String records) {}

  private static final List<Format> FORMATS =
      List.of(
          new Format("CSV", "", "id,text\n1,a\n"),
          new Format(
              "JSONPath", "rml:iterator \"$.r[*]\" ;", "{\"r\":[{\"id\":1,\"text\":\"a\"}]}"),
          new Format("XPath", "rml:iterator \"/r/r\" ;", "<r><r><id>1</id><text>a</text></r></r>"));

  private static final String MAPPING =
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <#map> rml:logicalSource [
          rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "records" ] ;
          rml:referenceFormulation rml:%s ; %s rml:null "" ] ;
        rml:subjectMap [ rml:template "urn:x:{id}" ; rml:class xsd:string ;
          rml:graphMap [ rml:template "urn:x:{text}" ] ] ;
        rml:predicateObjectMap [ rml:predicate xsd:a ; rml:objectMap [
          rml:reference "id" ; rml:datatype xsd:integer ] ] ;
        rml:predicateObjectMap [ rml:predicate xsd:b ; rml:objectMap [
          rml:reference "text" ; rml:languageMap [ rml:constant "en" ] ] ] ;
        rml:predicateObjectMap [ rml:predicate xsd:c ; rml:objectMap [
          rml:parentTriplesMap <#map> ; rml:joinCondition [ rml:child "id" ; rml:parent "id" ] ] ] .
      """;

  private MapRehearsal() {}

  /** Maps a record of each format. */
  static void run() throws IOException {
    Path folder = Files.createTempDirectory("scokg-rehearsal");
    Path records = folder.resolve("records");
    Path mapping = folder.resolve("mapping.ttl");
    Path output = folder.resolve("output.nq");
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    for (Format format : FORMATS) {
      Files.writeString(records, format.records);
      Files.writeString(mapping, MAPPING.formatted(format.name, format.iterator));
      Main.run(
          nobody, nobody, "map", "--mapping", mapping.toString(), "--output", output.toString());
    }
    for (Path file : List.of(records, mapping, output, folder)) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Reads the mappings that are named on a command line, for the sake of what that loads. What is
   * wrong with them is told when they are read again.
   */
  static void readMappings(String... words) {
    try {
      List<Path> files =
          Stream.of(words)
              .filter(w -> w.endsWith(".ttl"))
              .map(Path::of)
              .filter(Files::exists)
              .toList();
      Mapping.read(files, MappingOptions.in(Path.of("")).withAllowedRoot(Path.of("/")));
    } catch (InputException | InvalidPathException e) {
      return;
    }
  }
}
