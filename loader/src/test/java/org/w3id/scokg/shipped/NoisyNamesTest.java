package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.Project;
import org.w3id.scokg.reconcile.ReconciliationServer;
import org.w3id.scokg.reconcile.Vocabulary;

/** How well names are found that are not spelt as the graph has them. */
@ExtendWith(BuiltOnce.class)
class NoisyNamesTest {

  private static final int NAMES = 500;
  private static final int TOP = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<NoisyName> labels;
  private final ReconciliationServer server;

  NoisyNamesTest(ShippedGraph graph) {
    Dataset dataset = Project.open(ShippedGraph.PROJECT, ShippedGraph.PROJECT).dataset();
    server =
        ReconciliationServer.of(
            graph.dataset(),
            new Vocabulary(
                dataset.title(),
                dataset.entitySpace(),
                dataset.termSpace(),
                dataset.prefixes(),
                dataset.languages()));
    labels = NoisyName.labels(graph.dataset(), dataset.entitySpace());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void moreThanNineOfTenAreFoundAndHardlyOneIsTakenForAnother() throws IOException {
    List<NoisyName> names = NoisyName.noisy(labels, NAMES, 20260101);
    int found = 0;
    int matches = 0;
    int wrong = 0;
    List<String> report = new ArrayList<>();
    for (int from = 0; from < NAMES; from += 50) {
      List<NoisyName> batch = names.subList(from, from + 50);
      JsonNode answer = ask(batch);
      for (int i = 0; i < batch.size(); i++) {
        NoisyName name = batch.get(i);
        JsonNode candidates = answer.path("q" + i).path("result");
        boolean isFound = false;
        for (int c = 0; c < Math.min(TOP, candidates.size()); c++) {
          isFound |= candidates.get(c).path("id").asText().equals(name.id());
        }
        found += isFound ? 1 : 0;
        JsonNode best = candidates.path(0);
        boolean isMatch = best.path("match").asBoolean();
        boolean isWrong = isMatch && !best.path("id").asText().equals(name.id());
        matches += isMatch ? 1 : 0;
        wrong += isWrong ? 1 : 0;
        if (!isFound || isWrong) {
          report.add(name + (isWrong ? " taken for " : " lost, best ") + best);
        }
      }
    }
    Path file = Path.of("target", "noisy-names.txt");
    report.add("found " + found + ", matches " + matches + ", wrong " + wrong);
    Files.write(file, report, StandardCharsets.UTF_8);

    assertThat((double) found / NAMES).as("recall in the top 3, see " + file).isGreaterThan(0.90);
    assertThat(1 - (double) wrong / matches).as("precision, see " + file).isGreaterThan(0.98);
    assertThat(matches).as("matches, see " + file).isGreaterThan(NAMES / 2);
  }

  private JsonNode ask(List<NoisyName> batch) throws IOException {
    ObjectNode queries = JSON.createObjectNode();
    for (int i = 0; i < batch.size(); i++) {
      queries.putObject("q" + i).put("query", batch.get(i).text());
    }
    return JSON.readTree(server.post("queries", queries.toString()).body());
  }
}
