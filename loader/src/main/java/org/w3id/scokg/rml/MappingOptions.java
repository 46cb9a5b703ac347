package org.w3id.scokg.rml;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a mapping needs to know that its files do not say.
 *
 * @param baseIri what relative IRIs are prefixed with, where a triples map names no base of its own
 * @param workingDirectory what {@code rml:CurrentWorkingDirectory} stands for
 * @param allowedRoot the folder that sources must lie in
 * @param namesFrom the folder that messages show paths relative to
 */
public record MappingOptions(
    Optional<String> baseIri, Path workingDirectory, Path allowedRoot, Path namesFrom) {

  /** Makes the folders absolute, so that paths can be compared. */
  public MappingOptions {
    workingDirectory = workingDirectory.toAbsolutePath().normalize();
    allowedRoot = allowedRoot.toAbsolutePath().normalize();
    namesFrom = namesFrom.toAbsolutePath().normalize();
  }

  /** Paths relative to a folder, and sources in it only. */
  public static MappingOptions in(Path folder) {
    return new MappingOptions(Optional.empty(), folder, folder, folder);
  }

  /** These options with a base IRI. */
  public MappingOptions withBaseIri(String iri) {
    return new MappingOptions(Optional.of(iri), workingDirectory, allowedRoot, namesFrom);
  }

  /**
   * A path as messages show it: relative to the folder they are shown from, where it lies in it.
   */
  public String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(namesFrom)
        ? namesFrom.relativize(absolute).toString()
        : file.toString();
  }
}
