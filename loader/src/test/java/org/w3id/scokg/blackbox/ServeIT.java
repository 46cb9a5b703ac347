package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that does everything: builds, serves, and stops when told to. */
class ServeIT {

  private static final String TOWNS =
      "SELECT ?town WHERE { ?t <http://rivers.example/ontology#liesOn> ?r ;"
          + " <http://www.w3.org/2000/01/rdf-schema#label> ?town } ORDER BY ?town";

  @TempDir Path temp;
  Path project;

  @BeforeEach
  void copyProject() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
  }

  private ProgramProcess serve() throws IOException {
    return ProgramProcess.start("serve", "--port", "0", "--project", project.toString());
  }

  private ProgramProcess serveWhatIsBuilt() throws IOException {
    return ProgramProcess.start(
        "serve", "--no-build", "--port", "0", "--project", project.toString());
  }

  private static String ask(String endpoint) throws IOException, InterruptedException {
    String query = URLEncoder.encode(TOWNS, StandardCharsets.UTF_8);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(endpoint + "?query=" + query))
                .header("Accept", "text/csv")
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void buildsServesAndStops() throws IOException, InterruptedException {
    try (ProgramProcess server = serve()) {
      String endpoint = server.readLine();
      assertThat(endpoint).matches("http://127\\.0\\.0\\.1:\\d+/sparql");
      assertThat(ask(endpoint)).isEqualTo("town\r\nHalle\r\nJena\r\n");
      server.interrupt();
      assertThat(server.exitCode()).isEqualTo(130);
      assertThat(server.err())
          // An answer may have come before the server has counted it.
          .matches(
              "built [0-9a-f]{16} in .*\nserving Two rivers at http://127\\.0\\.0\\.1:\\d+/; Ctrl-C stops\n"
                  + "(stopping; requests still to be answered: 1\n)?");
    }
  }

  @Test
  void aProjectIsShownThatNoLineOfJavaKnowsOf() throws IOException, InterruptedException {
    try (ProgramProcess server =
        ProgramProcess.start(
            "serve",
            "--port",
            "0",
            "--sources",
            project.resolve("texts").toString(),
            "--project",
            project.toString())) {
      String address = server.readLine().replace("/sparql", "");
      assertThat(read(address + "/"))
          .contains("<h1>Two rivers</h1>")
          .contains("<a href=\"/query/towns\">Which towns lie on which river?</a>");
      assertThat(read(address + "/id/saale"))
          .contains("<h1 dir=\"auto\">Saale</h1>")
          .contains(
              "<a href=\"/page/fact/walk/W2\">W2</a> · A walk along two rivers · characters 67–105")
          .contains("<q dir=\"auto\">");
      assertThat(read(address + "/query/towns")).contains("<td>Halle</td><td>Saale</td>");
      assertThat(read(address + "/search?q=hale")).contains("<a href=\"/page/halle\">Halle</a>");
      assertThat(read(address + "/dumps/SHA256SUMS")).contains("  graph.nq.gz\n");
      assertThat(read(address + "/reconcile")).contains(address + "/id/{{id}}");
    }
  }

  @Test
  void namesAreReadFromTheBuildAndMadeInMemoryWhereItHasNone()
      throws IOException, InterruptedException {
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    Path build = project.resolve("builds/current").toRealPath();
    try (ProgramProcess server = serveWhatIsBuilt()) {
      String address = server.readLine().replace("/sparql", "");
      assertThat(read(address + "/search?q=jen")).contains("<a href=\"/page/jena\">Jena</a>");
      assertThat(server.maps(build.resolve("names"))).isTrue();
    }
    // So are the builds of older versions.
    forgetDigestsOfNames(build);
    try (Stream<Path> names = Files.list(build.resolve("names"))) {
      for (Path file : names.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(build.resolve("names"));
    try (ProgramProcess server = serveWhatIsBuilt()) {
      String address = server.readLine().replace("/sparql", "");
      assertThat(read(address + "/search?q=jen")).contains("<a href=\"/page/jena\">Jena</a>");
    }
  }

  private static void forgetDigestsOfNames(Path build) throws IOException {
    Path digests = build.resolve("files.sha256");
    Files.writeString(
        digests,
        Files.readAllLines(digests).stream()
            .filter(line -> !line.contains(" names/"))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void aNamesFolderThatCannotBeReadIsToldOf() throws IOException, InterruptedException {
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    Path build = project.resolve("builds/current").toRealPath();
    Files.write(build.resolve("names/_0.cfs"), new byte[100]);
    forgetDigestsOfNames(build);
    try (ProgramProcess server = serveWhatIsBuilt()) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.err())
          .matches(
              """
              .*/names: error: the index of names is damaged: .*
                why: a build is complete or it is none
                fix: delete the build and make it again with 'scokg build'
              """);
    }
  }

  private static String read(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void aBuildIsServedTwiceAndQueriedAtTheSameTime() throws IOException, InterruptedException {
    try (ProgramProcess first = serve();
        ProgramProcess second = waitFor(first)) {
      assertThat(ask(second.readLine())).isEqualTo("town\r\nHalle\r\nJena\r\n");
      Cli query = Cli.run("query", "towns", "--format", "csv", "--project", project.toString());
      assertThat(query.out()).isEqualTo("town,river\r\nHalle,Saale\r\nJena,Saale\r\n");
    }
  }

  private ProgramProcess waitFor(ProgramProcess first) throws IOException {
    assertThat(first.readLine()).startsWith("http://");
    return serve();
  }

  @Test
  void aServerGoesOnWithItsBuildWhenANewOneIsMade() throws IOException, InterruptedException {
    try (ProgramProcess server = serve()) {
      String endpoint = server.readLine();
      Files.writeString(
          project.resolve("facts/walk/relations.csv"),
          """
          fact,subject,property,object
          W1,ilm,joins,saale
          W2,saale,flowsThrough,jena
          W4,bridge,standsIn,jena
          """);
      assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
      assertThat(ask(endpoint)).isEqualTo("town\r\nHalle\r\nJena\r\n");
      assertThat(
              Cli.run("query", "towns", "--format", "csv", "--project", project.toString()).out())
          .isEqualTo("town,river\r\nJena,Saale\r\n");
    }
  }

  @Test
  void aPortInUseIsSaidToBe() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ProgramProcess server =
            ProgramProcess.start(
                "serve",
                "--quiet",
                "--port",
                String.valueOf(taken.getLocalPort()),
                "--project",
                project.toString())) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.err())
          .isEqualTo(
              "fuseki-config/server.ttl: error: port %d on 127.0.0.1 is in use\n"
                      .formatted(taken.getLocalPort())
                  + "  why: one port serves one program\n"
                  + "  fix: stop the other server, or choose another with --port\n");
    }
  }
}
