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

  private static final String FIND_AGAIN =
      "find the passage again with `cite` and copy what it says";

  private final Provenance provenance;
  private final Report report;
  private final Node fact;
  private final Node target;
  private final Node source;
  private final @Nullable CitedText text;

  /**
   * Prepares a check.
   *
   * @param target the place cited, an {@code oa:SpecificResource}
   * @param source what it is a place in
   * @param text the source's text, if it is at hand and sound
   */
  CitationCheck(
      Provenance provenance,
      Report report,
      Node fact,
      Node target,
      Node source,
      Optional<CitedText> text) {
    this.provenance = provenance;
    this.report = report;
    this.fact = fact;
    this.target = target;
    this.source = source;
    this.text = text.orElse(null);
  }

  void check() {
    List<Node> selectors = provenance.values(target, Evidence.HAS_SELECTOR);
    if (selectors.isEmpty() && provenance.digest(source).isPresent()) {
      add(
          "cites %s as a whole",
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
            "cites %s by an unknown kind of selector",
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
          "cites characters " + stated + " of %s",
          "a span has one start and one end, both numbers",
          FIND_AGAIN);
    } else if (span.get().start() >= span.get().end()) {
      add("cites characters " + span.get() + " of %s", "a span starts before it ends", FIND_AGAIN);
    } else if (isInside(span.get())) {
      checkDigest(span.get());
    }
  }

  private String stated(Node selector, Node position) {
    List<Node> values = provenance.values(selector, position);
    return values.isEmpty()
        ? "''"
        : values.stream().map(report::name).collect(Collectors.joining(" and "));
  }

  private boolean isInside(Span span) {
    List<Span> body = provenance.body(source);
    if (!body.isEmpty() && body.stream().noneMatch(part -> part.contains(span))) {
      String parts = body.stream().map(Span::toString).collect(Collectors.joining(", "));
      add(
          "cites characters " + span + " of %s, outside its citable part",
          "only characters " + parts + " of it are the source",
          "cite a passage inside that part");
      return false;
    }
    if (text != null && span.end() > text.length()) {
      add(
          "cites characters " + span + " of %s, beyond its end",
          "the text has " + text.length() + " characters",
          FIND_AGAIN);
      return false;
    }
    return true;
  }

  private void checkDigest(Span span) {
    Optional<String> stated = provenance.digest(target);
    String place = "characters " + span;
    if (stated.isEmpty()) {
      add(
          "cites " + place + " of %s without a digest",
          "the digest tells whether a span still holds what was cited",
          text == null
              ? "fill in the SHA-256 of the passage: `cite` finds it"
              : "if the span is right, its SHA-256 is " + text.digest(span));
    } else if (text != null) {
      compare(place, stated.get(), text.digest(span));
    }
  }

  private void checkRow(Node selector) {
    String fragment = provenance.text(selector, RDF.Nodes.value).orElse("");
    Matcher matcher = ROW.matcher(fragment);
    if (!matcher.matches()) {
      add(
          "cites '" + fragment + "' of %s, which is not a row",
          "a row is written row=N, counted from 1 with the header line (RFC 7111 §2.1)",
          "give the number of the row");
      return;
    }
    int row = Integer.parseInt(matcher.group(1));
    if (text != null && row > text.rows()) {
      add(
          "cites row " + row + " of %s, which has " + text.rows(),
          "rows are counted from 1 with the header line (RFC 7111 §2.1)",
          "give the number of the row");
    } else if (text != null) {
      String actual = text.digestOfRow(row);
      provenance.digest(target).ifPresent(stated -> compare("row " + row, stated, actual));
    }
  }

  private void compare(String place, String stated, String actual) {
    if (!stated.equals(actual)) {
      add(
          "cites " + place + " of %s, where another text stands",
          "its SHA-256 must be " + stated,
          "find the passage again; if the place is right, its SHA-256 is " + actual);
    }
  }

  /** Reports a problem; {@code %s} in the text stands for the source. */
  private void add(String what, String why, String fix) {
    report.add(
        report.rows(provenance.name(), fact, Evidence.HAS_TARGET, target),
        report.name(fact) + " " + what.replace("%s", report.name(source)),
        why,
        fix);
  }
}
