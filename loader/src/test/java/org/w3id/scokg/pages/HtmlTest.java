package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is written as HTML. */
class HtmlTest {

  @Test
  void whatIsWrittenIsEscaped() {
    Html html = new Html();
    html.open("p", "title", "\"'><b>&").text("<i>&\u202E\u0000'\"").closeLine();

    assertThat(html)
        .hasToString(
            """
            <!DOCTYPE html>
            <p title="&quot;&#39;&gt;&lt;b&gt;&amp;">&lt;i&gt;&amp;�&#39;&quot;</p>
            """);
  }

  @Test
  void anEmptyElementIsNotClosed() {
    assertThat(new Html().open("br").open("p").close()).hasToString("<!DOCTYPE html>\n<br><p></p>");
  }

  @Test
  void aPageThatIsNotCompleteIsOurMistake() {
    Html html = new Html().open("main");

    assertThatThrownBy(html::toString)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Bug: the element main is not closed");
  }

  @Test
  void anAttributeNeedsAValue() {
    assertThatThrownBy(() -> new Html().open("p", "title"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attributes must be names and values in turn");
  }

  @Test
  void aCommandLineHoldsAnyQuery() {
    assertThat(Shell.ask("http://x.example/sparql", "SELECT 'a'"))
        .isEqualTo(
            "curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT '\\''a'\\''' 'http://x.example/sparql'");
  }
}
