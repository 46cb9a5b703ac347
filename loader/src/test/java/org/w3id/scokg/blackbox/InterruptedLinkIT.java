package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.propose.FakeService;

/** Ctrl-C loses no answer, and leaves nothing half-written. */
class InterruptedLinkIT {

  @TempDir Path temp;

  @Test
  void ctrlCKeepsWhatWasAnswered() throws IOException, InterruptedException {
    Path project = ExampleProject.copyTo(temp.resolve("rivers"));
    Path mappings = project.resolve("mappings/streams.sssom.tsv");
    Files.writeString(
        mappings,
        """
        #mapping_set_id: http://rivers.example/mappings/streams
        #license: https://creativecommons.org/publicdomain/zero/1.0/
        #curie_map:
        #  id: http://rivers.example/id/
        #  st: http://streams.example/
        subject_id	predicate_id	object_id	mapping_justification
        """);
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    try (FakeService service = FakeService.start()) {
      String[] link = {
        "link",
        "--project",
        project.toString(),
        "--service",
        service.address().toString(),
        "--to",
        mappings.toString(),
        "--batch",
        "2"
      };
      service.next(200, FakeService.MANIFEST);
      service.next(200, "{\"q0\": {\"result\": []}, \"q1\": {\"result\": []}}");
      service.nextIsSlow();
      try (ProgramProcess process = ProgramProcess.start(link)) {
        service.awaitSlow();
        process.interrupt();
        assertThat(process.exitCode()).isEqualTo(130);
        assertThat(process.err()).isEmpty();
      }
      assertThat(Cli.run(link).err())
          .isEqualTo("asked for 3 entities; 0 candidates for 0 entities, none for 5\n");
    }
  }
}
