package org.w3id.scokg.validate;

import java.util.Optional;

/** The texts of sources that are at hand for comparing. */
@FunctionalInterface
public interface SourceTexts {

  /**
   * The bytes of a source's text.
   *
   * @param fileName the file name the source is registered with, as in {@code spdx:fileName}
   * @return the whole file, or empty if it is not at hand
   */
  Optional<byte[]> of(String fileName);

  /**
   * Whether a text ought to be at hand, so that its absence is a problem. Unless told otherwise,
   * all of them ought to.
   */
  default boolean expects(String fileName) {
    return true;
  }
}
