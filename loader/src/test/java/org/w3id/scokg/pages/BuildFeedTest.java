package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Feed readers learn of new builds (RFC 4287). */
class BuildFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Element feed(String... headers)
      throws IOException, SAXException, ParserConfigurationException {
    HttpResponse<String> answer = server.get("/feed.atom", headers);
    assertThat(SiteServer.header(answer, "Content-Type")).startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element child
          && name.equals(child.getLocalName())
          && ATOM.equals(child.getNamespaceURI())) {
        found.add(child);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    assertThat(found).as(name + " of " + parent.getLocalName()).hasSize(1);
    return found.get(0).getTextContent();
  }

  @Test
  void eachPublishedBuildIsAnEntry()
      throws IOException, SAXException, ParserConfigurationException {
    Element feed = feed();
    List<Element> entries = children(feed, "entry");

    assertThat(text(feed, "title")).isEqualTo("Towns – Builds of this graph");
    assertThat(text(feed, "updated")).isEqualTo(SiteServer.LAST);
    assertThat(text(children(feed, "author").get(0), "name"))
        .isEqualTo("Society for the Study of Rivers");
    assertThat(entries).hasSize(2);
    assertThat(text(entries.get(0), "title")).isEqualTo("Build 0123456789abcdef");
    assertThat(text(entries.get(0), "updated")).isEqualTo(SiteServer.LAST);
    assertThat(text(entries.get(0), "summary"))
        .isEqualTo(
            "2 facts, 1\u202F240 statements, of which 5 are inferred, and 1 links."
                + " Since the build before: facts −1, statements +34, links ±0.");
    assertThat(text(entries.get(1), "updated")).isEqualTo(SiteServer.FIRST);
    assertThat(text(entries.get(1), "summary"))
        .isEqualTo("3 facts, 1\u202F206 statements, of which 5 are inferred, and 1 links.");
  }

  @Test
  void whatAFeedMustHaveIsThere() throws IOException, SAXException, ParserConfigurationException {
    Element feed = feed();
    List<Element> all = new ArrayList<>(children(feed, "entry"));
    all.add(feed);

    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(all).extracting(each -> text(each, "id")).doesNotHaveDuplicates();
    for (Element each : all) {
      assertThat(text(each, "id")).startsWith("https://example.org/dataset#build");
      assertThat(text(each, "title")).isNotBlank();
      assertThat(Instant.parse(text(each, "updated"))).isNotNull();
    }
    assertThat(children(feed, "link"))
        .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
        .containsExactly(
            "self " + server.address() + "/feed.atom",
            "alternate " + server.address() + "/dataset");
  }

  @Test
  void theCurrentBuildBringsItsFiles()
      throws IOException, SAXException, ParserConfigurationException {
    List<Element> entries = children(feed(), "entry");

    assertThat(children(entries.get(0), "link"))
        .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
        .contains("enclosure " + server.address() + "/dumps/graph.nq.gz");
    // An entry without content must lead somewhere (§4.1.2).
    assertThat(entries)
        .allMatch(
            entry ->
                children(entry, "link").stream()
                    .anyMatch(link -> link.getAttribute("rel").equals("alternate")));
  }

  @Test
  void theSameBuildsGiveTheSameFeedInEachLanguage()
      throws IOException, SAXException, ParserConfigurationException {
    assertThat(server.get("/feed.atom").body()).isEqualTo(server.get("/feed.atom").body());
    assertThat(text(feed("Accept-Language", "ru"), "title"))
        .isEqualTo("Города – Сборки этого графа");
  }

  @Test
  void pagesTellReadersOfIt() {
    assertThat(server.browse("/page/lesna").body())
        .contains(
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed.atom\" title=\"Builds of this graph\">");
  }
}
