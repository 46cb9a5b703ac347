package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.server.SparqlServer;

/** Somebody asks in a browser. Skipped, and said to be, where there is no Browser. */
class EditorIT {

  private static final String EDITOR = "document.querySelector('.CodeMirror').CodeMirror";
  private static final String ROWS = "document.querySelectorAll('#result tbody tr').length";
  private static final String HINTS =
      "[].map.call(document.querySelectorAll('.CodeMirror-hint code'), function (x) {"
          + " return x.textContent; }).join(' ')";

  @TempDir static Path folder;

  private static SparqlServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(Browser.program().isPresent(), "there is no chromium here, so nobody asks in it");
    server = EditorServer.of("", folder);
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @BeforeEach
  void widen() {
    width(1100);
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
  }

  private static void width(int pixels) {
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static String address() {
    return server.uri() + "sparql";
  }

  private static void go(String parameters) {
    browser.go(address() + parameters);
    browser.await("location.href.startsWith('http') && document.querySelector('#ask[data-ready]')");
  }

  private static void ask(String query) {
    go("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    browser.await(
        "document.querySelector('#result').childNodes.length > 0"
            + " && document.querySelector('#status').textContent !== 'Asking …'");
  }

  /** Puts a query into the editor, with the cursor where {@code |} stands. */
  private static void write(String query) {
    String before = query.substring(0, query.indexOf('|'));
    long line = before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n') - 1;
    browser.value(
        "%s.setValue(\"%s\"); %s.setCursor(%d, %d); %s.focus()"
            .formatted(
                EDITOR, query.replace("|", "").replace("\n", "\\n"), EDITOR, line, column, EDITOR));
  }

  private static String text(String selector) {
    return browser.value("document.querySelector(\"" + selector + "\").textContent");
  }

  private static void click(String selector) {
    browser.value("document.querySelector(\"" + selector + "\").click()");
  }

  private static void isAccessible(String what) throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(EditorIT.class.getResourceAsStream("/axe.min.js"))) {
      browser.value(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
    }
    String found =
        browser.value(
            "axe.run(document, {resultTypes: ['violations']}).then(function (r) {"
                + " return r.passes.length + ' passed' + r.violations.map(function (v) {"
                + " return '; ' + v.impact + ': ' + v.id + ': ' + v.nodes.map(function (n) {"
                + " return n.target.join(' '); }).join(', '); }).join(''); })");
    assertThat(found).as(what).matches("[1-9]\\d* passed");
  }

  @Test
  void aNamedQueryIsRunAndItsRowsShownWithoutAComplaint() {
    go("?example=towns");
    browser.await(ROWS + " === 1");

    assertThat(text("#result td")).isEqualTo("id:nowy-brod");
    assertThat(browser.value("document.querySelector('#result td a').getAttribute('href')"))
        .isEqualTo("/id/nowy-brod");
    assertThat(text("#status")).matches("Rows: 1, in \\d+ ms\\.");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.value("location.search")).startsWith("?query=SELECT");
  }

  @Test
  void nobodyElseIsAskedWhileSomebodyTypes() {
    go("");
    write("|\nSELECT * {\n ?s ?p ?o }");
    browser.type("PREFIX sk");
    browser.await(HINTS + ".length >= 0 && document.querySelector('.CodeMirror-hints')");
    write("SELECT * {\n ?s a |\n}");
    browser.type("Town");
    browser.await(HINTS + " === ':Town'");
    write("SELECT * {\n ?s |\n}");
    browser.type("foaf:name");
    click("#run");
    browser.await("document.querySelector('.problem')");

    assertThat(browser.requests())
        .hasSizeGreaterThan(6)
        .allMatch(request -> request.startsWith(server.uri().toString()));
    assertThat(browser.complaints())
        .containsExactly(
            "Failed to load resource: the server responded with a status of 400 (Bad Request)");
    assertThat(browser.value("Object.keys(localStorage).length")).isEqualTo("0");
  }

  @Test
  void aPropertyOfTheOntologyIsCompletedByItsNameOrItsLabel() {
    go("");
    write("SELECT * {\n ?s |\n}");
    browser.type("lies");
    // The list is made anew in the frame after each letter.
    browser.value("new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))");
    browser.await(HINTS + " === ':liesOn'");
    browser.press("Enter", 13);
    browser.await(EDITOR + ".getValue().includes('PREFIX')");
    assertThat(browser.value(EDITOR + ".getValue()"))
        .isEqualTo("PREFIX : <https://example.org/ontology#>\nSELECT * {\n ?s :liesOn\n}");

    write("SELECT * {\n ?s a ?t ; |\n}");
    browser.type("inhab");
    browser.await(HINTS + " === ':people'");
    assertThat(text(".CodeMirror-hint small")).isEqualTo("inhabitants");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p '|",
        "SELECT * { # |",
        "SELECT * { ?s ?p ?|",
        "SELECT * { ?s ?p ?o FILTER (|",
        "SELECT * { |",
      })
  void nothingIsProposedWhereNoTermMayStand(String query) {
    go("");
    write(query);
    browser.type("liesO");
    browser.value("new Promise(function (done) { setTimeout(done, 0); })");

    assertThat(browser.value("document.querySelectorAll('.CodeMirror-hints').length"))
        .isEqualTo("0");
  }

  @Test
  void aPrefixOfTheDatasetIsDeclaredForWhoUsesIt() {
    go("");
    write("SELECT * {\n ?s |\n}");
    browser.type("skos:");

    assertThat(browser.value(EDITOR + ".getValue()"))
        .isEqualTo("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nSELECT * {\n ?s skos:\n}");
  }

  @Test
  void aBrokenQueryIsToldWithItsPlace() {
    ask("SELECT ?s {\n ?s a }");

    assertThat(text("#status")).isEqualTo("It was not answered.");
    assertThat(text(".problem pre")).isEqualTo("Parse error: Encountered '}' at line 2, column 7.");
    assertThat(text(".cm-wrong")).isEqualTo("}");
    click(".problem button");
    assertThat(browser.value(EDITOR + ".getCursor().line + ' ' + " + EDITOR + ".getCursor().ch"))
        .isEqualTo("1 6");
  }

  @Test
  void yesAndNoAndStatementsAreShown() {
    ask("ASK { ?s ?p ?o }");
    assertThat(text(".verdict")).isEqualTo("Yes");

    ask("CONSTRUCT { ?t <x:on> ?r } WHERE { ?t <https://example.org/ontology#liesOn> ?r }");
    assertThat(text("#result pre")).contains("<x:on>", "nowy-brod");
    assertThat(text("#views")).contains("Turtle");
    assertThat(text("pre[data-command=curl]")).contains("Accept: text/turtle");

    ask("SELECT * { ?s <x:never> ?o }");
    assertThat(text("#status")).isEqualTo("Nothing fits the query.");
  }

  @Test
  void namesWithNumbersMakeAChart() {
    ask("SELECT * { VALUES (?name ?n) { ('one' 1) ('two' 2) ('less' -1) } }");
    click("[data-view=chart]");

    assertThat(browser.value("document.querySelectorAll('#result rect.bar-of').length"))
        .isEqualTo("3");
    assertThat(
            browser.value(
                "Math.round(document.querySelectorAll('rect.bar-of')[1].getAttribute('width')"
                    + " / document.querySelectorAll('rect.bar-of')[0].getAttribute('width'))"))
        .isEqualTo("2");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { VALUES (?name ?lat ?long) { ('a' 10 20) ('b' 30.5 -40) } }",
        "SELECT * { VALUES (?name ?place) { ('a' 'POINT(20 10)') ('b' 'POINT (-40 30.5)') } }",
        "SELECT * { VALUES (?name ?place) { ('a' 'POINT(20 10)')"
            + " ('b' '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(30.5 -40)') } }",
      })
  void placesMakeAMap(String query) {
    ask(query);
    click("[data-view=map]");

    assertThat(
            browser.value(
                "[].map.call(document.querySelectorAll('circle.place'), function (c) {"
                    + " return c.textContent; }).join(' ')"))
        .isEqualTo("a b");
    assertThat(
            browser.value(
                "Number(document.querySelectorAll('circle.place')[1].getAttribute('cx'))"
                    + " < Number(document.querySelectorAll('circle.place')[0].getAttribute('cx'))"
                    + " && Number(document.querySelectorAll('circle.place')[1].getAttribute('cy'))"
                    + " < Number(document.querySelectorAll('circle.place')[0].getAttribute('cy'))"))
        .isEqualTo("true");
  }

  @Test
  void rowsAreSortedByNumberOrText() {
    ask("SELECT * { VALUES (?n) { (10) (9) (11) } }");
    click("#result th button");
    assertThat(text("#result tbody")).isEqualTo("91011");
    click("#result th button");
    assertThat(text("#result tbody")).isEqualTo("11109");
    assertThat(browser.value("document.querySelector('#result th').getAttribute('aria-sort')"))
        .isEqualTo("descending");
  }

  @Test
  void longAnswersAreShownInParts() {
    ask(
        "SELECT ?a ?b ?c { VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9}"
            + " VALUES ?c {0 1 2 3 4 5 6 7 8 9} }");
    assertThat(browser.value(ROWS)).isEqualTo("500");
    click("#result .pager button");
    assertThat(browser.value(ROWS)).isEqualTo("1000");
    assertThat(text("#result .pager")).isEmpty();
  }

  @Test
  void whatIsHostileInAnAnswerIsShownAsLetters() {
    ask(
        "SELECT * { VALUES (?x ?n) { ('<img src=x onerror=alert(1)>' 1)"
            + " ('<script>alert(2)</script>' 2) } BIND(IRI('javascript:alert(3)') AS ?u) }");

    assertThat(text("#result td")).isEqualTo("<img src=x onerror=alert(1)>");
    assertThat(browser.value("document.querySelectorAll('#result img, #result script').length"))
        .isEqualTo("0");
    assertThat(browser.value("document.querySelectorAll('#result a').length")).isEqualTo("0");
    click("[data-view=chart]");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theCommandsAreThoseThatTheServerWrites() {
    go("");
    browser.value(EDITOR + ".setValue(decodeURIComponent('" + encoded() + "'))");
    browser.await("document.querySelector('pre[data-command=R]').textContent.includes('three')");

    for (Command command : Command.values()) {
      assertThat(text("pre[data-command=" + command.title() + "]"))
          .isEqualTo(command.of(address(), CommandTest.NASTY, true));
    }
    assertThat(browser.value("document.getElementById('link').href"))
        .startsWith(address() + "?query=");
  }

  private static String encoded() {
    return URLEncoder.encode(CommandTest.NASTY, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("'", "%27");
  }

  @Test
  void nothingKeepsAReaderOut() throws IOException {
    go("?example=numbers");
    browser.await(ROWS + " === 500");
    click("#examples summary");
    isAccessible("a table");
    ask("SELECT * { VALUES (?name ?lat ?long ?n) { ('a' 10 20 3) ('b' 30.5 -40 4) } }");
    click("[data-view=map]");
    isAccessible("a map");
    click("[data-view=chart]");
    isAccessible("a chart");
    ask("SELECT * {");
    isAccessible("an error");
  }

  @Test
  void theEditorIsLeftByTab() {
    go("");
    write("|SELECT");
    browser.press("Tab", 9);

    assertThat(browser.value("document.activeElement.id")).isEqualTo("run");
    assertThat(browser.value(EDITOR + ".getValue()")).isEqualTo("SELECT");
  }

  @Test
  void itFitsAPhone() {
    width(390);
    go("?example=towns");
    browser.await(ROWS + " === 1");

    assertThat(browser.value("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo("true");
  }

  @Test
  void withoutScriptsTheFormAsksByTheProtocol() {
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.go(address() + "?example=towns");
    browser.await("document.readyState === 'complete' && document.querySelector('#run')");
    assertThat(browser.value("document.querySelectorAll('.CodeMirror').length")).isEqualTo("0");
    assertThat(browser.value("document.querySelectorAll('#examples a').length")).isEqualTo("5");
    click("#run");
    browser.await("document.contentType === 'text/plain'");

    assertThat(browser.value("location.search")).contains("format=text");
    assertThat(text("body")).contains("| t ", "<https://example.org/id/nowy-brod>");
    assertThat(browser.complaints()).isEmpty();
  }
}
