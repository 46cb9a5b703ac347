package org.w3id.scokg.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathKindsTest {

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "/sparql,/sparql",
    "/sparql/query,/sparql",
    "/sparqlet,other",
    "/reconcile/suggest/entity,/reconcile",
    "/health/ready,/health",
    "/metrics,/metrics",
    "/,other",
    "/wp-login.php,other",
    "'',other",
  })
  void areThePathsServedAndOneForAllOthers(String path, String kind) {
    PathKinds kinds = new PathKinds(List.of("/sparql", "/reconcile"));

    assertThat(kinds.of(path)).isEqualTo(kind);
    assertThat(kinds.all()).contains(kind);
  }
}
