package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages in a real browser: on a phone, by keyboard, in the dark and on paper. That it is skipped
 * where there is no Chromium is said.
 */
class BrowserIT {

  private static final String LONG = "ſ".repeat(400);

  private static final String MORE =
      """
      <https://example.org/fact/walk/W7> {
        id:long a :Town ; skos:prefLabel "LONG"@en ; skos:altLabel "\\u202Eexe.png"@en , "<script>document.title='hit'</script>"@en ;
          :liesOn <https://other.example/LONG> , id:lesna ; :people 12 .
      }
      """
          .replace("LONG", LONG);

  @TempDir static Path folder;

  private static SiteServer site;
  private static Optional<Browser> started = Optional.empty();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    site = SiteServer.of(MORE, folder);
    if (Browser.program().isPresent()) {
      started = Optional.of(Browser.start(folder));
    }
  }

  @AfterAll
  static void stop() {
    started.ifPresent(Browser::close);
    site.close();
  }

  static List<String> paths() {
    return List.of(
        "/",
        "/page/nowy-brod",
        "/page/long",
        "/page/lesna?lang=ru",
        "/page/fact/walk/W1",
        "/page/source/walk",
        "/search?q=nowy",
        "/search?q=nwoy+brot",
        "/queries",
        "/query/towns",
        "/ontology",
        "/dataset",
        "/dumps/",
        "/cite",
        "/id/nowy-brot");
  }

  @BeforeEach
  void atADesk() throws InterruptedException {
    assumeTrue(started.isPresent(), "there is no chromium here, so no page is looked at");
    browser().width(1200);
    browser().media("screen", "light");
  }

  private static Browser browser() {
    return started.orElseThrow();
  }

  private static void open(String path) throws InterruptedException {
    browser().open(site.address() + path);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void nothingIsAskedOfAnotherMachine(String path) throws InterruptedException {
    open(path);

    assertThat(browser().requests())
        .isNotEmpty()
        .allMatch(address -> address.startsWith(site.address() + "/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void aPhoneShowsAPageWithoutScrollingSideways(String path) throws InterruptedException {
    browser().width(390);
    open(path);

    assertThat(
            browser()
                .value(
                    "Array.from(document.querySelectorAll('body *'))"
                        + ".filter(e => !e.closest('.scroll') && !e.closest('.skip') && e.getBoundingClientRect().right > 391)"
                        + ".map(e => e.outerHTML.slice(0, 200)).join('\\n')"))
        .as("what is too wide on " + path)
        .isEmpty();
    assertThat(browser().value("document.documentElement.scrollWidth")).isEqualTo("390");
  }

  /**
   * Numbers all that can be used, and tells which of them has the focus and whether that is seen.
   */
  private static final String NUMBER =
      "Array.from(document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]'))"
          + ".filter(e => e.getClientRects().length > 0).map((e, i) => { e.dataset.n = i; return i; }).length";

  private static final String FOCUSED =
      "(function () { var e = document.activeElement; if (!e || e.dataset.n === undefined) return '';"
          + " var s = getComputedStyle(e), b = e.getBoundingClientRect();"
          + " var seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
          + "   && b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth;"
          + " return e.dataset.n + ' ' + seen; })()";

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void whateverCanBeUsedIsReachedByKeyboardAndSeenToBe(String path) throws InterruptedException {
    open(path);
    int all = Integer.parseInt(browser().value(NUMBER));
    Set<String> reached = new LinkedHashSet<>();
    for (int i = 0; i <= all && reached.size() < all; i++) {
      browser().press("Tab", 9);
      String focused = browser().value(FOCUSED);
      if (!focused.isEmpty()) {
        assertThat(focused).as(path + ", stop " + i).endsWith(" true");
        reached.add(focused);
      }
    }

    assertThat(reached).hasSize(all);
    assertThat(reached.iterator().next()).isEqualTo("0 true");
  }

  @Test
  void theFirstStopSkipsToTheContent() throws InterruptedException {
    open("/page/nowy-brod");
    browser().press("Tab", 9);
    assertThat(browser().value("document.activeElement.className")).isEqualTo("skip");
    browser().value("document.activeElement.click()");
    browser().press("Tab", 9);

    assertThat(browser().value("document.activeElement.closest('main') !== null"))
        .isEqualTo("true");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void inTheDarkTheLettersAreLightOnDark(String path) throws InterruptedException {
    browser().media("screen", "dark");
    open(path);

    assertThat(light("getComputedStyle(document.documentElement).backgroundColor")).isLessThan(60);
    assertThat(light("getComputedStyle(document.querySelector('h1')).color")).isGreaterThan(180);
    assertThat(light("getComputedStyle(document.querySelector('main a, header a')).color"))
        .isGreaterThan(120);
  }

  private static double light(String colour) throws InterruptedException {
    return Double.parseDouble(
        browser()
            .value(
                "(function (c) { var n = c.match(/[0-9.]+/g).slice(0, 3).map(Number);"
                    + " return n[0] * 0.3 + n[1] * 0.6 + n[2] * 0.1; })("
                    + colour
                    + ")"));
  }

  @Test
  void onPaperThereAreAddressesAndNothingToPress() throws InterruptedException {
    browser().media("print", "light");
    open("/page/nowy-brod");

    assertThat(
            browser()
                .value(
                    "getComputedStyle(document.querySelector('a[href=\"https://other.example/Q1\"]'), '::after').content"))
        .contains("https://other.example/Q1");
    assertThat(browser().value("document.querySelector('header form').getClientRects().length"))
        .isEqualTo("0");
    assertThat(browser().value("document.querySelector('header nav').getClientRects().length"))
        .isEqualTo("0");
    assertThat(light("getComputedStyle(document.documentElement).backgroundColor"))
        .isGreaterThan(250);
    assertThat(browser().value("document.querySelector('h1').innerText")).isEqualTo("Nowy Bród");
  }

  @Test
  void namesAreSuggestedWhileOneTypes() throws InterruptedException {
    open("/search");
    browser().value("document.querySelector('input[name=q]').focus()");
    browser().type("now");

    assertThat(
            browser()
                .value(
                    "new Promise(function (done) { (function look() {"
                        + " var found = document.querySelectorAll('datalist option');"
                        + " if (found.length) { done(found[0].value); } else { setTimeout(look, 20); } })(); })"))
        .isEqualTo("Nowy Bród");
    browser().press("Enter", 13);
  }

  @Test
  void withoutScriptsTheSearchWorks() throws InterruptedException {
    browser().allowScripts(false);
    try {
      open("/search?q=nowy");
      assertThat(browser().requests()).contains(site.address() + "/search?q=nowy");
    } finally {
      browser().allowScripts(true);
    }
    assertThat(browser().value("document.querySelector('main .results a').innerText"))
        .isEqualTo("Nowy Bród");
    assertThat(browser().value("document.querySelectorAll('datalist').length")).isEqualTo("0");
  }

  @Test
  void noScriptOfTheDataRuns() throws InterruptedException {
    open("/page/long");

    assertThat(browser().value("document.title")).isNotEqualTo("hit");
    assertThat(browser().value("document.body.innerText.includes('\\u202E')")).isEqualTo("false");
  }
}
