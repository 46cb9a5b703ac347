package org.w3id.scokg.validate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Checks one place that a fact cites: that it is told precisely and holds what its digest says. */
final class CitationCheck {

  private static final Pattern ROW = Pattern.compile("row=([1-9][0-9]{0,8})");

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private static final String FIND_AGAIN =
      "find the passage again with `cite` and copy what it says";

  private final Provenance provenance;
  private final Report report;
  private final Citation citation;
  private final String source;
  private final @Nullable CitedText text;

  /**
   * Prepares a check.
   *
   * @param text the source's text, if it is at hand and sound
   */
  CitationCheck(Provenance provenance, Report report, Citation citation, Optional<CitedText> text) {
    this.provenance = provenance;
    this.report = report;
    this.citation = citation;
    this.source = report.name(citation.source());
    this.text = text.orElse(null);
  }

  void check() {
    List<Node> selectors = provenance.values(citation.target(), Evidence.HAS_SELECTOR);
    if (selectors.isEmpty() && provenance.digest(citation.source()).isPresent()) {
      add(
          "cites " + source + " as a whole",
          "a source with a registered text is cited by a place in it",
          "fill in the start, the end and the digest of the passage: `cite` finds them");
    }
    for (Node selector : selectors) {
      if (provenance.isA(selector, Evidence.POSITION_SELECTOR)) {
        checkSpan(selector);
      } else if (provenance.isA(selector, Evidence.FRAGMENT_SELECTOR)) {
        checkRow(selector);
      } else {
        add(
            "cites " + source + " by an unknown kind of selector",
            "a place is an oa:TextPositionSelector or an oa:FragmentSelector",
            "give the selector one of these types");
      }
    }
  }

  private void checkSpan(Node selector) {
    Optional<Span> span = provenance.span(selector);
    if (span.isEmpty()) {
      String stated = stated(selector, Evidence.START) + " to " + stated(selector, Evidence.END);
      add(
          "cites characters " + stated + " of " + source,
          "a span has one start and one end, both numbers",
          FIND_AGAIN);
    } else if (span.get().start() >= span.get().end()) {
      add(
          "cites characters " + span.get() + " of " + source,
          "a span starts before it ends",
          FIND_AGAIN);
    } else if (isInside(span.get())) {
      checkDigest(span.get());
    }
  }

  private String stated(Node selector, Node predicate) {
    List<Node> values = provenance.values(selector, predicate);
    return values.isEmpty()
        ? "''"
        : values.stream()
            .map(v -> v.isLiteral() ? "'" + v.getLiteralLexicalForm() + "'" : report.name(v))
            .collect(Collectors.joining(" and "));
  }

  private boolean isInside(Span span) {
    List<Span> body = provenance.body(citation.source());
    if (!body.isEmpty() && body.stream().noneMatch(part -> part.contains(span))) {
      String parts = body.stream().map(Span::toString).collect(Collectors.joining(", "));
      add(
          "cites characters " + span + " of " + source + ", outside its citable part",
          "only characters " + parts + " of it are the source",
          "cite a passage inside that part");
      return false;
    }
    if (text != null && span.end() > text.length()) {
      add(
          "cites characters " + span + " of " + source + ", beyond its end",
          "the text has " + text.length() + " characters",
          FIND_AGAIN);
      return false;
    }
    return true;
  }

  private void checkDigest(Span span) {
    String place = "characters " + span;
    Optional<String> stated = provenance.digest(citation.target());
    Optional<String> actual = Optional.ofNullable(text).map(t -> t.digest(span));
    if (stated.isPresent()) {
      compare(place, stated.get(), actual);
    } else {
      add(
          "cites " + place + " of " + source + " without a digest",
          "the digest tells whether a span still holds what was cited",
          actual
              .map(digest -> "if the span is right, its SHA-256 is " + digest)
              .orElse("fill in the SHA-256 of the passage: `cite` finds it"));
    }
  }

  private void checkRow(Node selector) {
    Matcher matcher = ROW.matcher(provenance.text(selector, RDF.Nodes.value).orElse(""));
    if (!matcher.matches()) {
      add(
          "cites " + stated(selector, RDF.Nodes.value) + " of " + source + ", which is not a row",
          "a row is written row=N, counted from 1 with the header line (RFC 7111 §2.1)",
          "give the number of the row");
      return;
    }
    int row = Integer.parseInt(matcher.group(1));
    if (text != null && row > text.rows()) {
      add(
          "cites row " + row + " of " + source + ", which has " + text.rows(),
          "rows are counted from 1 with the header line (RFC 7111 §2.1)",
          "give the number of the row");
    } else {
      provenance
          .digest(citation.target())
          .ifPresent(
              stated ->
                  compare(
                      "row " + row,
                      stated,
                      Optional.ofNullable(text).map(t -> t.digestOfRow(row))));
    }
  }

  private void compare(String place, String stated, Optional<String> actual) {
    String cited = "cites " + place + " of " + source;
    if (!DIGEST.matcher(stated).matches()) {
      add(
          cited + " with the digest '" + stated + "'",
          "a digest is a SHA-256, written with 64 hexadecimal digits",
          FIND_AGAIN);
    } else if (actual.isPresent() && !actual.get().equals(stated)) {
      add(
          cited + ", where another text stands",
          "its SHA-256 must be " + stated,
          "find the passage again; if the place is right, its SHA-256 is " + actual.get());
    }
  }

  private void add(String what, String why, String fix) {
    report.add(
        report.rows(provenance.name(), citation.fact(), Evidence.HAS_TARGET, citation.target()),
        report.name(citation.fact()) + " " + what,
        why,
        fix);
  }
}
