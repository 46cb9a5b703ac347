package org.w3id.scokg.rml;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a mapping needs to know that its files do not say.
 *
 * @param baseIri what relative IRIs are prefixed with, where a triples map names no base of its own
 * @param workingDirectory what {@code rml:CurrentWorkingDirectory} stands for; messages show paths
 *     relative to it
 * @param allowedRoot the folder that sources must lie in
 */
public record MappingOptions(Optional<String> baseIri, Path workingDirectory, Path allowedRoot) {

  /** Makes the folders absolute, so that paths can be compared. */
  public MappingOptions {
    workingDirectory = workingDirectory.toAbsolutePath().normalize();
    allowedRoot = allowedRoot.toAbsolutePath().normalize();
  }

  /** Paths relative to a folder, and sources in it only. */
  public static MappingOptions in(Path folder) {
    return new MappingOptions(Optional.empty(), folder, folder);
  }

  /** These options with a base IRI. */
  public MappingOptions withBaseIri(String iri) {
    return new MappingOptions(Optional.of(iri), workingDirectory, allowedRoot);
  }

  /** A path as messages show it: relative to the working directory where it lies in it. */
  public String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(workingDirectory)
        ? workingDirectory.relativize(absolute).toString()
        : file.toString();
  }
}
