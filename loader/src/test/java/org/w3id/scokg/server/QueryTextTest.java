package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTextTest {

  @Test
  void commentsAndBlanksMakeNoDifference() {
    assertThat(QueryText.normal("# what\nSELECT  ?s\n{ ?s ?p ?o } # end"))
        .isEqualTo("SELECT ?s { ?s ?p ?o }");
  }

  @Test
  void whatStandsInStringsAndAddressesDoes() {
    for (String query :
        new String[] {
          "SELECT * { ?s ?p 'a  # b' }",
          "SELECT * { ?s ?p \"a \\\" # b\" }",
          "SELECT * { ?s ?p '''a ' \n # b''' }",
          "SELECT * { ?s ?p \"\"\"a \" \n # b\"\"\" }",
          "SELECT * { <http://example.org/#a> ?p ?o }",
          "ASK { FILTER(?a < ?b && ?c > ?d) }",
        }) {
      assertThat(QueryText.normal(query)).isEqualTo(query);
    }
  }

  @Test
  void aLongStringIsNoTrouble() {
    String query = "ASK { FILTER('" + "x".repeat(500_000) + "' = '') }";

    assertThat(QueryText.normal(query)).isEqualTo(query);
  }
}
