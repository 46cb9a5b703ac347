package org.w3id.scokg.rml;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a mapping needs to know that its files do not say.
 *
 * @param baseIri what relative IRIs are prefixed with, where a triples map names no base of its own
 * @param workingDirectory what {@code rml:CurrentWorkingDirectory} stands for
 * @param allowedRoot the folder that sources and targets must lie in
 * @param namesFrom the folder that messages show paths relative to
 * @param onError what becomes of records with unusable values
 * @param unknownReference what a reference is whose name is in no record
 * @param joinMemory about how many bytes the parents of a join may take in memory, before they go
 *     to a temporary file
 * @param threads how many threads map the records of a large source, besides the one that reads
 *     them; only for {@link Mapping#writeNQuads}
 */
public record MappingOptions(
    Optional<String> baseIri,
    Path workingDirectory,
    Path allowedRoot,
    Path namesFrom,
    OnError onError,
    UnknownReference unknownReference,
    long joinMemory,
    int threads) {

  /** Makes the folders absolute, so that paths can be compared. */
  public MappingOptions {
    workingDirectory = workingDirectory.toAbsolutePath().normalize();
    allowedRoot = allowedRoot.toAbsolutePath().normalize();
    namesFrom = namesFrom.toAbsolutePath().normalize();
  }

  /**
   * The defaults: paths relative to a folder, and sources in it only; no base IRI; an unusable
   * value or an unknown reference fails the mapping; joins take a quarter of the memory at most; a
   * thread for each processor but one.
   */
  public static MappingOptions in(Path folder) {
    return new MappingOptions(
        Optional.empty(),
        folder,
        folder,
        folder,
        OnError.FAIL,
        UnknownReference.ERROR,
        Runtime.getRuntime().maxMemory() / 4,
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /** These options with a base IRI. Defaults to none. */
  public MappingOptions withBaseIri(Optional<String> iri) {
    Copy copy = new Copy(this);
    copy.baseIri = iri;
    return copy.made();
  }

  /** These options with another folder that sources may lie in. Defaults to the folder given. */
  public MappingOptions withAllowedRoot(Path root) {
    Copy copy = new Copy(this);
    copy.allowedRoot = root;
    return copy.made();
  }

  /** These options with paths shown relative to another folder. Defaults to the folder given. */
  public MappingOptions withNamesFrom(Path folder) {
    Copy copy = new Copy(this);
    copy.namesFrom = folder;
    return copy.made();
  }

  /** These options with another fate for unusable values. Defaults to {@link OnError#FAIL}. */
  public MappingOptions withOnError(OnError fate) {
    Copy copy = new Copy(this);
    copy.onError = fate;
    return copy.made();
  }

  /** These options with unknown references read so. Defaults to {@link UnknownReference#ERROR}. */
  public MappingOptions withUnknownReference(UnknownReference reading) {
    Copy copy = new Copy(this);
    copy.unknownReference = reading;
    return copy.made();
  }

  /** These options with so many bytes for each join. Defaults to a quarter of the heap. */
  public MappingOptions withJoinMemory(long bytes) {
    Copy copy = new Copy(this);
    copy.joinMemory = bytes;
    return copy.made();
  }

  /** These options with so many threads. Defaults to one less than there are processors. */
  public MappingOptions withThreads(int count) {
    Copy copy = new Copy(this);
    copy.threads = count;
    return copy.made();
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

  /** These options, of which one is about to be another. */
  private static final class Copy {
    private Optional<String> baseIri;
    private final Path workingDirectory;
    private Path allowedRoot;
    private Path namesFrom;
    private OnError onError;
    private UnknownReference unknownReference;
    private long joinMemory;
    private int threads;

    Copy(MappingOptions options) {
      this.baseIri = options.baseIri;
      this.workingDirectory = options.workingDirectory;
      this.allowedRoot = options.allowedRoot;
      this.namesFrom = options.namesFrom;
      this.onError = options.onError;
      this.unknownReference = options.unknownReference;
      this.joinMemory = options.joinMemory;
      this.threads = options.threads;
    }

    MappingOptions made() {
      return new MappingOptions(
          baseIri,
          workingDirectory,
          allowedRoot,
          namesFrom,
          onError,
          unknownReference,
          joinMemory,
          threads);
    }
  }
}
