package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Searches find names and descriptions, and suggest what may be meant. */
class FindingTest {

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "many+lives, /ontology#Town",
    "a+town+and+its+rivers, /page/fact/walk/W1",
    "what+they+lie+on, /dataset",
  })
  void wordsOfDescriptionsFind(String text, String path) {
    assertThat(server.browse("/search?q=" + text).body())
        .contains("<a href=\"" + path + "\">")
        .contains("1 to 1 of 1");
  }

  @Test
  void whatIsCalledSoComesBeforeWhatIsOnlyDescribedSo() {
    String page = server.browse("/search?q=town").body();

    assertThat(page).contains("/ontology#Town").contains("/page/fact/walk/W1");
    assertThat(server.browse("/search?q=nwoy+brot").body())
        .contains("Nothing is called so.")
        .contains("<a href=\"/page/nowy-brod\">");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=no               | ["no", ["Nowy Bród"], ["town"], ["/page/nowy-brod"]]
          q=new+f            | ["new f", ["New Ford"], ["town"], ["/page/nowy-brod"]]
          q=%D0%BD%D0%BE     | ["но", ["Новый Брод"], ["town"], ["/page/nowy-brod"]]
          q=no&lang=ru       | ["no", ["Nowy Bród"], ["город"], ["/page/nowy-brod?lang=ru"]]
          q=zzz              | ["zzz", [], [], []]
          q=                 | ["", [], [], []]
          """)
  void namesAreSuggestedWhileOneTypes(String query, String suggested) {
    HttpResponse<String> answer = server.get("/suggest?" + query);

    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/x-suggestions+json;charset=utf-8");
    assertThat(answer.body().replace(server.address(), "").replaceAll("\\s", ""))
        .isEqualTo(suggested.replaceAll("\\s", "").replace("NowyBród", "NowyBród"));
  }

  @Test
  void tooLongATextIsRefused() {
    HttpResponse<String> answer = server.get("/suggest?q=" + "a".repeat(201));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/problem+json;charset=utf-8");
  }

  @Test
  void browsersLearnHowToSearch() throws IOException, SAXException, ParserConfigurationException {
    HttpResponse<String> answer = server.get("/opensearch.xml");

    assertThat(SiteServer.header(answer, "Content-Type"))
        .startsWith("application/opensearchdescription+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
    assertThat(root.getElementsByTagName("ShortName").item(0).getTextContent()).isEqualTo("Towns");
    NodeList urls = root.getElementsByTagName("Url");
    assertThat(urls.getLength()).isEqualTo(3);
    for (int i = 0; i < 2; i++) {
      String template = ((Element) urls.item(i)).getAttribute("template");
      String type = ((Element) urls.item(i)).getAttribute("type");
      String path = template.replace(server.address(), "").replace("{searchTerms}", "nowy");
      HttpResponse<String> found = server.get(path, "Accept", type);
      assertThat(found.statusCode()).as(path).isEqualTo(200);
      assertThat(SiteServer.header(found, "Content-Type")).startsWith(type);
      assertThat(found.body()).contains("nowy-brod");
    }
    assertThat(server.browse("/").body())
        .contains(
            "<link rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"/opensearch.xml\"");
  }

  @Test
  void onlyTheSearchRunsAScriptAndItIsOurOwn() {
    HttpResponse<String> page = server.browse("/search?q=nowy");
    Matcher script =
        Pattern.compile("<script src=\"([^\"]*)\" defer=\"\"></script>").matcher(page.body());

    assertThat(script.find()).isTrue();
    assertThat(script.find()).isFalse();
    script.reset().find();
    HttpResponse<String> file = server.get(script.group(1));
    assertThat(SiteServer.header(file, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(SiteServer.header(page, "Content-Security-Policy"))
        .contains("script-src 'self'; connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(server.browse("/page/lesna").body()).doesNotContain("<script");
  }
}
