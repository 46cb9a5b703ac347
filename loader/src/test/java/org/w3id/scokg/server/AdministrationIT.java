package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Who may change what is served, and what they are told. */
class AdministrationIT {

  private static final String TOKEN = "a-token-of-some-length.0123";

  @TempDir Path folder;

  private TestProject project = new TestProject(Path.of(""));
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void build() {
    project = TestProject.in(folder);
  }

  private SparqlServer serve(Publisher publisher) {
    return SparqlServer.start(
        project.config(),
        folder,
        ServerOptions.at(SparqlServer.LOOPBACK, 0)
            .withAdministration(
                Optional.of(
                    new Administration(
                        Secret.find(Optional.empty(), Map.of("TOKEN", TOKEN), "TOKEN")
                            .orElseThrow(),
                        server -> publisher))));
  }

  private SparqlServer serve() {
    return serve(
        new Publisher() {
          @Override
          public String publish(Optional<String> build) {
            asked.add("publish " + build.orElse("the latest"));
            return build.orElse("latest");
          }

          @Override
          public String rollback() {
            asked.add("rollback");
            throw new InputException(
                new Diagnostic(Location.of("builds"), "it is 'bad'", "it must be good", "mend it"));
          }
        });
  }

  private static HttpResponse<String> send(
      SparqlServer server, String method, String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return Http.send(request);
  }

  @Test
  void whoShowsTheTokenPublishes() {
    try (SparqlServer server = serve()) {
      var latest = send(server, "POST", "/admin/publish", "Bearer " + TOKEN);
      assertThat(latest.statusCode()).isEqualTo(200);
      assertThat(latest.body().replaceAll("\\s", "")).isEqualTo("{\"build\":\"latest\"}");
      assertThat(latest.headers().firstValue("X-Build")).hasValue("latest");
      var named = send(server, "POST", "/admin/publish?build=b7", "bearer " + TOKEN);
      assertThat(named.body().replaceAll("\\s", "")).isEqualTo("{\"build\":\"b7\"}");
      assertThat(asked).containsExactly("publish the latest", "publish b7");
    }
  }

  @Test
  void aFailureIsToldWithItsReason() {
    try (SparqlServer server = serve()) {
      var answer = send(server, "POST", "/admin/rollback", "Bearer " + TOKEN);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(Http.type(answer)).startsWith("application/problem+json");
      assertThat(answer.body())
          .contains(
              "\"title\" : \"Conflict\"",
              "\"detail\" : \"The build that was served before is served on.\"",
              "\"what\" : \"it is 'bad'\"",
              "\"fix\" : \"mend it\"");
    }
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer a-token-of-some-length.012",
        "Bearer a-token-of-some-length.01234",
        "Basic a-token-of-some-length.0123",
        "a-token-of-some-length.0123"
      })
  void whoDoesNotShowItIsRefused(String authorization) {
    try (SparqlServer server = serve()) {
      for (String path : List.of("/admin/publish", "/admin/rollback")) {
        var answer = send(server, "POST", path, authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
            .hasValue("Bearer realm=\"admin\"");
        assertThat(Http.type(answer)).startsWith("application/problem+json");
        assertThat(answer.body()).contains("The admin token is missing or wrong.");
      }
      assertThat(asked).isEmpty();
    }
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreRefused(String method) {
    try (SparqlServer server = serve()) {
      var answer = send(server, method, "/admin/publish", "Bearer " + TOKEN);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
      assertThat(asked).isEmpty();
    }
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(strings = {"/admin", "/admin/", "/admin/publish/x", "/admin/delete"})
  void thereIsNothingElse(String path) {
    try (SparqlServer server = serve()) {
      assertThat(send(server, "POST", path, "Bearer " + TOKEN).statusCode()).isEqualTo(404);
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void withoutATokenThePathsDoNotExist() {
    try (SparqlServer server = project.serve()) {
      for (String path : List.of("/admin/publish", "/admin/rollback", "/admin")) {
        assertThat(send(server, "GET", path, "Bearer x").statusCode()).isEqualTo(404);
        assertThat(send(server, "POST", path, "Bearer x").statusCode()).isIn(404, 405);
      }
    }
  }
}
