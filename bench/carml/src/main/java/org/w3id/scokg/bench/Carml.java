package org.w3id.scokg.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.logicalsourceresolver.JsonPathResolver;
import io.carml.logicalsourceresolver.XPathResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;

/**
 * Runs CARML as its own documentation shows, and streams what it makes into an N-Quads file: {@code
 * Carml MAPPING OUTPUT}. Sources are looked for beside the mapping.
 */
final class Carml {

  private Carml() {}

  public static void main(String[] args) throws IOException {
    Path mapping = Path.of(args[0]).toAbsolutePath();
    RdfRmlMapper mapper =
        RdfRmlMapper.builder()
            .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, mapping))
            .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
            .setLogicalSourceResolver(Rdf.Ql.JsonPath, JsonPathResolver::getInstance)
            .setLogicalSourceResolver(Rdf.Ql.XPath, XPathResolver::getInstance)
            .fileResolver(mapping.getParent())
            .build();
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(Path.of(args[1])), 1 << 16)) {
      RDFWriter writer = new NQuadsWriter(out);
      writer.startRDF();
      mapper.map().doOnNext(writer::handleStatement).blockLast();
      writer.endRDF();
    }
  }
}
