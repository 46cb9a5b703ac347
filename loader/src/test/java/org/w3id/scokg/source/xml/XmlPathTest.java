package org.w3id.scokg.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths are plain, and which stay in their record. */
class XmlPathTest {

  private static XmlPath path(String text) {
    return XmlPath.of(text, Map.of("p", "urn:p"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/a",
        "/a/b/c",
        "a/b",
        "//a",
        "/a//b",
        "/*/p:b",
        "/ a / p:* ",
        "/text/div/and",
        "/a/xml:b"
      })
  void iteratorsOfNamesArePlain(String text) {
    assertThat(path(text).plainIterator()).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/",
        "/a/",
        "/a/@b",
        "/a[1]",
        "/a/text()",
        ".",
        "/a/..",
        "/a/child::b",
        "a | b",
        "/a/./b",
        "(/a)",
        "count(/a)",
        "a * b",
        "'a'",
        "1"
      })
  void otherIteratorsAreNot(String text) {
    assertThat(path(text).plainIterator()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        ".",
        "a",
        "a/b",
        "@a",
        "a/@p:b",
        "a/b/@*",
        "text()",
        "a/text()",
        "*",
        "*/a",
        "../@a",
        "../../@p:a",
        "./a",
        "./@a",
        "./text()",
        "text",
        "a/div",
        "./."
      })
  void referencesOfNamesArePlain(String text) {
    assertThat(path(text).plainReference()).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/a", "//a", "a//b", ".//a", "a//@b", "a//text()", "..", "../a", "a/../@b", "../a/@b",
        "..//@a", "a/", "@a/b", "node()", "comment()", "a[1]", "a | b", "a = b", "/@a", "/text()",
        "id(a)/@b", "@a/text()", "1", "'a'", "a/text(b)", "-a"
      })
  void otherReferencesAreNot(String text) {
    assertThat(path(text).plainReference()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a[1]",
        "a//b",
        ".//a",
        "a and b",
        "a * 2",
        "a[../@b = 'x']/c",
        "../../@a",
        "a div b",
        "ancestor::a/@b",
        "ancestor-or-self::*/attribute::b",
        "parent::node()/@a",
        "parent::a/parent::b/@c",
        "../ancestor::a/@b",
        "concat(a, '//', b)",
        "descendant::a",
        "self::node()",
        "a[position() = last()]",
        "string(@p:a)",
        "child::a/@b",
        "id = 'x'",
        "(a)/b",
        "(a)//b",
        "a[1]/b",
        "2 - 1",
        "attribute::id"
      })
  void theseStayInTheirRecord(String text) {
    assertThat(path(text).staysInRecord()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/a",
        "//a",
        "a | /b",
        "a[/b]",
        "count(//a)",
        "..",
        "../a",
        "../..",
        "../*/@a",
        "name(..)",
        "a/../b",
        "string(..)",
        "..//@a",
        "following-sibling::a",
        "preceding::a",
        "ancestor::a",
        "ancestor::a/b",
        "ancestor::a[@b]/@c",
        "parent::node()",
        "parent::a/parent::b",
        "namespace::*",
        "id('x')",
        "a and /b",
        "a * //b",
        "../attribute",
        "a[.. = 'x']"
      })
  void theseMayNot(String text) {
    assertThat(path(text).staysInRecord()).isFalse();
  }
}
