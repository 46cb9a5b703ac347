package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that draw, in a browser with their own policies; it is said where there is none. */
class DrawnPagesIT {

  private static final String MIDDLE =
      "document.querySelector('a.area[href=\"/page/middle\"]').getAttribute('class')";

  @TempDir static Path folder;

  private static Optional<Browser> browser = Optional.empty();
  private static SiteServer site;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    site = SiteServer.of(DrawnPagesTest.DRAWN, folder);
    if (Browser.program().isPresent()) {
      browser = Optional.of(Browser.start(folder));
    }
  }

  @AfterAll
  static void stop() {
    browser.ifPresent(Browser::close);
    site.close();
  }

  private static Browser open(String path, int width) throws InterruptedException {
    assumeTrue(browser.isPresent(), "there is no chromium here, so no page is looked at");
    Browser here = browser.orElseThrow();
    here.allowScripts(true);
    here.width(width);
    here.open(site.address() + path);
    return here;
  }

  private static void slideTo(Browser page, String day) {
    page.value(
        "(function () { var s = document.getElementById('slide');"
            + " s.value = (Date.parse('%s') - Date.parse(s.dataset.first)) / 86400000;"
                .formatted(day)
            + " s.dispatchEvent(new Event('input')); s.dispatchEvent(new Event('change')); })()");
  }

  @Test
  void theSliderChangesTheMap() throws InterruptedException {
    Browser page = open("/map?date=1956-01-01", 1200);
    assertThat(page.value(MIDDLE)).isEqualTo("mark area c0");
    String free =
        "getComputedStyle(document.querySelector('a.area[href=\"/page/middle\"] path')).fill";
    String before = page.value(free);

    slideTo(page, "1940-01-01");

    assertThat(page.value(MIDDLE)).isEqualTo("mark area c1");
    assertThat(page.value(free)).isNotEqualTo(before).startsWith("rgb");
    assertThat(page.value("document.getElementById('day').textContent")).isEqualTo("1940-01-01");
    assertThat(page.value("document.getElementById('date').value")).isEqualTo("1940-01-01");
    assertThat(page.value("location.search")).isEqualTo("?date=1940-01-01");
    assertThat(page.value("document.querySelector('[data-count=c0]').textContent")).isEqualTo("1");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1917-12-05", "1938-03-13", "1945-04-27", "1955-06-01", "1990-06-01"})
  void theScriptShowsWhatTheServerShows(String day) throws InterruptedException {
    String all =
        "[...document.querySelectorAll('[data-days], [data-row] td, [data-count]')]"
            + ".map(e => e.tagName === 'A' ? e.getAttribute('class') : e.textContent).join('|')";
    String served = open("/map?date=" + day, 1200).value(all);

    Browser page = open("/map?date=1956-01-01", 1200);
    assertThat(page.value(all)).isNotEqualTo(served);
    slideTo(page, day);

    assertThat(page.value(all)).isEqualTo(served);
  }

  @Test
  void withoutScriptsTheSliderIsNotThere() throws InterruptedException {
    Browser page = open("/", 1200);
    page.allowScripts(false);
    page.open(site.address() + "/map?date=1940-01-01");

    assertThat(page.value(MIDDLE)).isEqualTo("mark area c1");
    assertThat(page.value("getComputedStyle(document.getElementById('slide')).display"))
        .isEqualTo("none");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/", "/map", "/timeline", "/network", "/figures"})
  void aPhoneScrollsNoPageSideways(String path) throws InterruptedException {
    Browser page = open(path, 390);

    assertThat(page.value("innerWidth")).isEqualTo("390");
    assertThat(
            page.value(
                "String(document.documentElement.scrollWidth <= document.documentElement.clientWidth)"))
        .isEqualTo("true");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/", "/map", "/timeline", "/network", "/figures"})
  void nothingIsAskedOfOtherMachinesAndNothingIsRefused(String path) throws InterruptedException {
    Browser page = open(path, 1200);

    // The browser's own icons, as that of a field for a date, are data.
    assertThat(page.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(site.address() + "/") || url.startsWith("data:"));
    assertThat(page.complaints()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/timeline", "/network"})
  void everyMarkIsWithinReachOfTheKeyboard(String path) throws InterruptedException {
    Browser page = open(path, 1200);

    assertThat(page.value("String([...document.querySelectorAll('a.mark')].length > 0)"))
        .isEqualTo("true");
    assertThat(
            page.value(
                "String([...document.querySelectorAll('a.mark')].every(a => { a.focus();"
                    + " return document.activeElement === a; }))"))
        .isEqualTo("true");
  }
}
