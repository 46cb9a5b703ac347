package org.w3id.scokg.rml;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Compression;

/**
 * A file that statements go to instead of the mapping's common output (RML-IO, “Logical Target”).
 *
 * @param file where it is to be
 * @param name the path as messages show it
 * @param syntax its RDF syntax
 * @param compression how it is packed
 * @param encoding the encoding of its characters
 * @param declared the place in the mapping that names it
 */
public record LogicalTarget(
    Path file,
    String name,
    RDFFormat syntax,
    Compression compression,
    Charset encoding,
    Location declared) {}
