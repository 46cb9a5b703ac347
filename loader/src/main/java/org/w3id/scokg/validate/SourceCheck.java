package org.w3id.scokg.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;

/**
 * Compares the sources with their texts, where these are at hand.
 *
 * @param provenance describes the sources
 * @param texts the texts at hand
 * @param report takes the problems
 */
record SourceCheck(Provenance provenance, SourceTexts texts, Report report) {

  private static final String WHY =
      "spans and rows are counted in one edition of a text, known by its digest";

  /** Reports what is wrong with sources; the texts that can be relied on are returned. */
  Map<Node, CitedText> check() {
    Map<Node, CitedText> sound = new HashMap<>();
    for (Node source : provenance.sources()) {
      provenance
          .text(source, Evidence.FILE_NAME)
          .flatMap(file -> check(source, file))
          .ifPresent(text -> sound.put(source, text));
    }
    return sound;
  }

  private Optional<CitedText> check(Node source, String file) {
    Optional<byte[]> bytes = texts.of(file);
    if (bytes.isEmpty()) {
      if (texts.expects(file)) {
        add(
            source,
            "is not among the texts at hand",
            file,
            "put a file of that name into a folder of sources");
      }
      return Optional.empty();
    }
    String actual = DigestUtils.sha256Hex(bytes.get());
    Optional<String> stated = provenance.digest(source);
    if (stated.isPresent() && !stated.get().equals(actual)) {
      String fix =
          "use the registered edition; if this is the right one, its SHA-256 is %s, and every place"
              + " cited in it must be found again";
      add(source, "is another edition than the one registered", file, fix.formatted(actual));
      return Optional.empty();
    }
    Optional<CitedText> text = CitedText.of(bytes.get());
    if (text.isEmpty()) {
      add(source, "is not UTF-8", file, "save it in UTF-8 and register its new digest");
    }
    return text;
  }

  private void add(Node source, String what, String file, String fix) {
    report.add(
        List.of(report.home(source)),
        "the text '%s' of %s %s".formatted(file, report.name(source), what),
        WHY,
        fix);
  }
}
