package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description for programs says what is answered, and all of it. */
class ApiDescriptionTest {

  /** What other parts of a server answer, which this one does not have. */
  private static final Pattern ELSEWHERE = Pattern.compile("/(reconcile|health)(/.*)?");

  @TempDir static Path folder;
  private static SiteServer server;
  private static JsonObject description;

  @BeforeAll
  static void start() throws IOException {
    server = SiteServer.of(DrawnPagesTest.DRAWN, folder);
    description = JSON.parse(server.get("/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> paths() throws IOException {
    if (server == null) {
      start();
    }
    return new ArrayList<>(description.getObj("paths").keySet()).stream();
  }

  private static JsonObject get(String path) {
    return description.getObj("paths").getObj(path).getObj("get");
  }

  /** A path with the examples in the places of its parts and behind it. */
  private static String example(String path) {
    String filled = path;
    StringBuilder query = new StringBuilder();
    JsonArray none = new JsonArray();
    for (var each :
        get(path).get("parameters") == null ? none : get(path).get("parameters").getAsArray()) {
      JsonObject parameter = each.getAsObject();
      if (parameter.get("example") == null) {
        assertThat(parameter.get("required").getAsBoolean().value()).as(path).isFalse();
        continue;
      }
      String value = parameter.getString("example");
      String name = parameter.getString("name");
      if (parameter.getString("in").equals("path")) {
        assertThat(filled).contains("{" + name + "}");
        filled = filled.replace("{" + name + "}", value);
      } else {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
        query.append(Addresses.query(value));
      }
    }
    assertThat(filled).doesNotContain("{");
    return filled + query;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void eachPathAnswersAsItIsDescribed(String path) {
    String example = example(path);
    if (ELSEWHERE.matcher(path).matches()) {
      return;
    }
    JsonObject responses = get(path).getObj("responses");
    String status = new ArrayList<>(responses.keySet()).get(0);
    JsonObject response = responses.getObj(status);
    if (status.equals("303")) {
      HttpResponse<String> answer = server.get(example);
      assertThat(answer.statusCode()).as(example).isEqualTo(303);
      assertThat(server.get(SiteServer.header(answer, "Location")).statusCode()).isIn(200, 303);
      return;
    }
    List<String> types = new ArrayList<>(response.getObj("content").keySet());
    assertThat(types).as(path).isNotEmpty();
    for (String type : types) {
      HttpResponse<String> answer = server.get(example, "Accept", type);
      assertThat(answer.statusCode()).as(example).isEqualTo(200);
      assertThat(SiteServer.header(answer, "Content-Type")).as(example).startsWith(type);
      assertThat(SiteServer.header(server.send("HEAD", example, "Accept", type), "Content-Type"))
          .startsWith(type);
    }
  }

  @Test
  void everyRouteIsDescribed() throws IOException {
    String routes = Files.readString(Path.of("src/main/java/org/w3id/scokg/pages/Routes.java"));
    Matcher cases = Pattern.compile("case ((?:\"[^\"]*\"(?:, )?)+|DUMPS) ->").matcher(routes);
    List<String> all = paths().toList();
    int found = 0;
    while (cases.find()) {
      for (String route :
          cases.group(1).replace("DUMPS", "\"/dumps/\"").replace("\"", "").split(", ", -1)) {
        found++;
        boolean isPath = route.startsWith("/");
        assertThat(all)
            .as("the description of " + route)
            .anyMatch(path -> isPath ? path.equals(route) : path.startsWith("/" + route + "/"));
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void whatIsWrongIsToldAsItIsDescribed() {
    HttpResponse<String> answer = server.get("/data/none.json");

    assertThat(SiteServer.header(answer, "Content-Type")).startsWith("application/problem+json");
    JsonObject problem = JSON.parse(answer.body());
    JsonObject schema =
        description
            .getObj("components")
            .getObj("responses")
            .getObj("Problem")
            .getObj("content")
            .getObj("application/problem+json")
            .getObj("schema");
    assertThat(schema.getObj("properties").keySet()).containsAll(problem.keySet());
    schema
        .getArray("required")
        .forEach(name -> assertThat(problem.keySet()).contains(name.getAsString().value()));
  }

  @Test
  void noTwoOperationsHaveTheSameId() throws IOException {
    assertThat(paths().map(path -> get(path).getString("operationId"))).doesNotHaveDuplicates();
  }
}
