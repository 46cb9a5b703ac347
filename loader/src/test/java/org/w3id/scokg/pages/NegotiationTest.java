package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form a client gets, by RFC 9110 §12.5.1. */
class NegotiationTest {

  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                                                  | HTML
          text/turtle                                                | TURTLE
          application/ld+json                                        | JSON_LD
          application/rdf+xml                                        | RDF_XML
          application/n-triples                                      | N_TRIPLES
          application/n-quads                                        | N_QUADS
          application/trig                                           | TRIG
          TEXT/TURTLE                                                | TURTLE
          */*                                                        | HTML
          text/*                                                     | HTML
          application/*                                              | JSON_LD
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
          text/turtle;q=0.5, application/trig;q=0.9                  | TRIG
          text/turtle, application/ld+json                           | TURTLE
          application/ld+json, text/turtle                           | JSON_LD
          */*, text/turtle                                           | TURTLE
          text/turtle;q=0, */*                                       | HTML
          text/html;q=0, */*;q=0.1                                   | TURTLE
          text/*;q=0.3, text/turtle;q=0.2, */*;q=0.1                 | HTML
          text/html;q=0.2, text/*                                    | TURTLE
          application/ld+json;profile="a";q=0.7, text/turtle;q=0.6   | JSON_LD
          text/turtle;q=nonsense, application/trig;q=0.1             | TRIG
          , text/turtle                                              | TURTLE
          image/png, application/n-quads;q=0.001                     | N_QUADS
          application/json                                           | JSON
          application/json, text/html;q=0.9                          | JSON
          application/*                                              | JSON_LD
          """)
  void theBestIsTaken(String accept, Representation form) {
    assertThat(Negotiation.choose(accept, Representation.ALL)).contains(form);
  }

  @ParameterizedTest(name = "{0} gets nothing")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image/png
          text/turtle;q=0
          */*;q=0
          application/xml
          nonsense
          """)
  void whatCannotBeServedIsNot(String accept) {
    assertThat(Negotiation.choose(accept, Representation.ALL)).isEmpty();
  }

  @Test
  void whoAsksForNothingGetsThePreferredForm() {
    assertThat(Negotiation.choose(null, Representation.ALL)).contains(Representation.HTML);
    assertThat(Negotiation.choose(" ", Representation.RDF)).contains(Representation.TURTLE);
    assertThat(Negotiation.choose("text/html", List.of(Representation.TRIG))).isEmpty();
  }
}
