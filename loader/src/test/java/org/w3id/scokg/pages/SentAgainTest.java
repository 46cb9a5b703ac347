package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has been made is given again, to whom it was meant for, and in as few bytes as it may be.
 */
class SentAgainTest {

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> packed(String path, String codings)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Encoding", codings)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/page/nowy-brod", "/ontology.ttl", "/openapi.json", "/"})
  void anAnswerIsPackedForWhoUnpacksIt(String path) throws IOException, InterruptedException {
    String plain = server.browse(path).body();
    for (int time = 0; time < 2; time++) {
      HttpResponse<byte[]> answer = packed(path, "br, gzip");
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
      assertThat(answer.body().length).isLessThan(plain.length() / 2);
      assertThat(unpacked(answer.body())).isEqualTo(plain);
    }
    assertThat(packed(path, "br, gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void eachReaderGetsTheAnswerThatWasAskedFor() {
    for (int time = 0; time < 2; time++) {
      assertThat(server.browse("/page/nowy-brod").body()).contains("<h1 dir=\"auto\">Nowy Bród<");
      assertThat(server.browse("/page/nowy-brod", "Accept-Language", "ru").body())
          .contains("<h1 dir=\"auto\">Новый Брод<");
      assertThat(server.browse("/page/nowy-brod?lang=ru").body()).contains("/page/lesna?lang=ru");
      assertThat(
              server.get("/id/nowy-brod", "Accept", "text/turtle").headers().firstValue("Location"))
          .hasValue("/data/nowy-brod.ttl");
      assertThat(server.browse("/id/nowy-brod").headers().firstValue("Location"))
          .hasValue("/page/nowy-brod");
    }
  }

  @Test
  void answersAreKeptWithinTheirBytes() {
    KeptAnswers kept = new KeptAnswers();
    int size = KeptAnswers.LARGEST / 2;
    for (int i = 0; i < 200; i++) {
      kept.keep("key" + i, Answer.of("text/html", new byte[size]));
    }
    long found =
        java.util.stream.IntStream.range(0, 200)
            .filter(i -> kept.find("key" + i).isPresent())
            .count();

    assertThat(found).isBetween(1L, KeptAnswers.BYTES / size);
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    KeptAnswers kept = new KeptAnswers();
    kept.keep("small", Answer.of("text/html", "page"));
    kept.keep("large", Answer.of("text/html", new byte[KeptAnswers.LARGEST + 1]));

    assertThat(kept.find("small").map(Answer::body))
        .hasValue("page".getBytes(StandardCharsets.UTF_8));
    assertThat(kept.find("large")).isEmpty();
  }
}
