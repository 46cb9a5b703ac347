package org.w3id.scokg.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.SourceFile;

/** What is said of documents that are not sound, or not to be trusted. */
class XmlProblemTest {

  @TempDir Path folder;

  /** A problem of a document is the same however its records are found. */
  private void problem(String document, String expected) {
    problem(document.getBytes(StandardCharsets.UTF_8), expected);
  }

  private void problem(byte[] document, String expected) {
    XmlFile file = XmlFile.of(folder, document);
    assertThat(file.problem("/a/b", "c")).isEqualTo(expected.strip());
    assertThat(file.problem("/a/b", "count(c)")).isEqualTo(expected.strip());
    assertThat(file.problem("/a/b[1]", "c")).isEqualTo(expected.strip());
  }

  @Test
  void malformedMarkupHasItsLine() {
    problem(
        "<a>\n<b>\n</c></a>",
        """
        rivers.xml:3: error: the XML is malformed: The element type "b" must be terminated by the \
        matching end-tag "</b>".
          why: a source that is read as XML is well-formed, from its first character to its last
          fix: correct the markup there; what comes after it was not read
        """);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <a>~<b>x           | 2: error: the XML is malformed: XML document structures must start and end within the same entity.
          <a/>~~<b/>         | 3: error: the XML is malformed: The markup in the document following the root element must be well-formed.
          {}                 | 1: error: the XML is malformed: Content is not allowed in prolog.
          <a>~~x\\0</a>      | 3: error: the XML is malformed: An invalid XML character (Unicode: 0x0) was found in the element content of the document.
          <a>&#0;</a>        | 1: error: the XML is malformed: Character reference "&#0" is an invalid XML character.
          <a x='1' x='2'/>   | 1: error: the XML is malformed: attribute 'x' stands twice in element 'a'
          <a>~<p:b/></a>     | 2: error: the XML is malformed: the prefix 'p' is not declared
          <a p:x='1'/>       | 1: error: the XML is malformed: the prefix 'p' is not declared
          <a xmlns:p=''/>    | 1: error: the XML is malformed: a rule of namespaces is broken: EmptyPrefixedAttName prefix="xmlns",localpart="p",rawname="xmlns:p"
          <a><![CDATA[x      | 1: error: the XML is malformed: XML document structures must start and end within the same entity.
          <![CDATA[x]]>      | 1: error: the XML is malformed: The markup in the document preceding the root element must be well-formed.
          <!DOCTYPE a <a/>   | 1: error: the XML is malformed: The document type declaration for root element type "a" must end with '>'.
          <a x='1' p:x='2' q:x='3' xmlns:p='u' xmlns:q='u'/> | 1: error: the XML is malformed: attribute 'x' stands twice in element 'a'
          """)
  void whateverBreaksTheRulesOfXmlIsTold(String document, String expected) {
    assertThat(
            XmlFile.of(folder, document.replace('~', '\n').replace("\\0", "\0")).problem("/a", "b"))
        .startsWith("rivers.xml:" + expected + "\n");
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", " \n", "<?xml version='1.0'?>\n", "<!-- nothing -->"})
  void anEmptyDocumentIsNoDocument(String document) {
    assertThat(XmlFile.of(folder, document).problem("/a", "b"))
        .matches("rivers.xml(:\\d)?: error: the document is empty(?s).*");
  }

  @Test
  void anEmptyFileIsTold() {
    problem(
        "",
        """
        rivers.xml: error: the document is empty
          why: an XML document is one element that holds all others
          fix: write the document, or remove the file and the mapping that reads it
        """);
  }

  @Test
  void nestingIsBounded() {
    String told =
        """
        rivers.xml:1001: error: elements are nested more than 1,000 deep
          why: no more can be followed, and a sound document needs a few
          fix: look for end tags that are missing
        """;
    problem("<a>\n".repeat(100_000), told);
    problem("<a>\n<b>\n".repeat(50_000), told);
    String deep = "<a>".repeat(1000) + "x" + "</a>".repeat(1000);
    assertThat(XmlFile.of(folder, deep).read("/a", ".", "string(.)").records())
        .containsExactly("1@1 'x' 'x'");
    assertThat(XmlFile.of(folder, deep).whole("//a", "count(/)")).hasSize(1000);
    assertThat(XmlFile.of(folder, deep).whole("//a")).hasSize(1000);
  }

  @Test
  void declarationsAreNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String told =
        """
        rivers.xml:2: error: the document brings its own declarations
          why: they can name other files and swell without end, so a DOCTYPE with [...] is not read
          fix: remove the part in brackets, and write out what it declares
        """;
    problem("\n<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a><b>&e;</b></a>", told);
    problem("\n<!DOCTYPE a [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]><a/>", told);
    StringBuilder laughs = new StringBuilder("\n<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10));
      laughs.append("'>");
    }
    problem(laughs.append("]>\n<a><b><c>&l19;</c></b></a>").toString(), told);
    problem("\n<!DOCTYPE a [<!ATTLIST a x CDATA 'y'>]><a/>", told);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<a>\n<b>&e;</b></a>",
        "<a>\n<b c='x&e;y'/></a>",
        "<!DOCTYPE a SYSTEM 'http://nowhere.example/a.dtd'><a>\n<b>&e;</b></a>",
        "<!DOCTYPE a SYSTEM 'http://nowhere.example/a.dtd'><a>\n<b c='x&e;y'/></a>"
      })
  void entitiesAreNotExpandedAndNotLeftOut(String document) {
    problem(
        document,
        """
        rivers.xml:2: error: the entity '&e;' is not known
          why: no DTD is read, so a document has the five entities of XML: amp, lt, gt, quot and apos
          fix: write the character itself, or its number as in &#160;
        """);
  }

  @Test
  void aSecondDoctypeIsNotRead() {
    assertThat(XmlFile.of(folder, "<!DOCTYPE a><!DOCTYPE a><a/>").problem("/a"))
        .startsWith("rivers.xml:1: error: the document brings its own declarations\n");
    assertThat(XmlFile.of(folder, "<!DOCTYPE 'a").problem("/a"))
        .contains("error: the XML is malfo");
  }

  @Test
  void whatIsNotInTheEncodingIsToldByLine() {
    String told =
        """
        rivers.xml:3: error: the line is not UTF-8
          why: the file is read as UTF-8, and no character is guessed
          fix: save the file in that encoding
        """;
    byte[] latin = "<a>\n<b/>\n<b>\u00e4</b></a>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(XmlFile.of(folder, latin).problem("/a/b", "c"))
        .startsWith("rivers.xml:3: error: the line is not UTF-8\n")
        .hasLineCount(3);
    byte[] comment = "<!--\n\n\u00e4--><a/>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(XmlFile.of(folder, comment).problem("/a/b", "c")).startsWith(told.substring(0, 30));
    byte[] declared =
        "<?xml version='1.0' encoding='US-ASCII'?>\n<a>\u00e4</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(XmlFile.of(folder, declared).problem("/a/b", "c"))
        .startsWith("rivers.xml:2: error: the line is not US-ASCII\n");
  }

  @Test
  void anEncodingThatIsNotKnownOrNotTrueIsTold() {
    problem(
        "<?xml version='1.0' encoding='UFT-8'?>\n<a/>",
        """
        rivers.xml:1: error: the encoding 'UFT-8' is not known
          why: the document declares it, and its characters are read by it
          fix: correct the declaration, or save the file as UTF-8
        """);
    problem(
        "<?xml version='1.0' encoding=''?>\n<a/>",
        """
        rivers.xml:1: error: the encoding '' is not known
          why: the document declares it, and its characters are read by it
          fix: correct the declaration, or save the file as UTF-8
        """);
    problem(
        "<?xml version='1.0' encoding='UTF-16'?>\n<a/>",
        """
        rivers.xml:1: error: the document is not in the encoding 'UTF-16' that it declares
          why: its characters are read by its declaration, and that cannot be read by itself
          fix: correct the declaration, or save the file as UTF-8
        """);
  }

  @Test
  void packedBytesAreNoXml() {
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    assertThat(XmlFile.of(folder, gzip).problem("/a"))
        .startsWith("rivers.xml:1: error: the line is not UTF-8\n");
    assertThat(XmlFile.of(folder, "<a/>".getBytes(Charset.forName("UTF-32"))).problem("/a"))
        .startsWith("rivers.xml:1: error: the XML is malformed: ");
  }

  @Test
  void aMissingFileIsTold() {
    assertThat(new XmlFile(folder.resolve("none.xml"), StandardCharsets.UTF_8).problem("/a"))
        .startsWith("rivers.xml: error: there is no such file\n");
  }

  @Test
  void aValueThatIsTooLongLeavesItsRecordOut() {
    String longText = "x".repeat((1 << 20) + 1);
    String told =
        """
        rivers.xml:2: error: 'c' holds more than 1,048,576 characters
          why: a value of a record is no longer than that
          fix: shorten it, or refer to an element within
        "%s"\
        """
            .formatted("x".repeat(200));
    XmlFile file =
        XmlFile.of(
            folder, "<a>\n<b>\n<c>" + longText + "</c><d>y</d></b>\n<b><c>short</c></b></a>");
    XmlFile.Read streamed = file.read("/a/b", "c", "d");
    assertThat(streamed.bad()).containsExactly(told);
    assertThat(streamed.records()).containsExactly("2@4 'short' none");
    assertThat(file.read("/a/b", "d", "c[1]").bad()).containsExactly(told.replace("'c'", "'c[1]'"));
    assertThat(file.read("/a/b", ".", "c/text()").bad())
        .containsExactly(told.replace("'c'", "'.'").replace("\"xx", "\"\\nx"));
    assertThat(file.read("/a/b", "c/text()").bad())
        .containsExactly(told.replace("'c'", "'c/text()'"));
    assertThat(XmlFile.of(folder, "<a>\n<b c='" + longText + "'/></a>").read("/a/b", "@c").bad())
        .containsExactly(told.replace("'c'", "'@c'"));
  }

  @Test
  void aRecordIsHeldWholeUpToABound() {
    String document = "<a>\n<b>" + ("<c>" + "x".repeat(1 << 20) + "</c>").repeat(17) + "</b></a>";
    String told =
        """
        rivers.xml:2: error: the record holds more than 16,777,216 characters
          why: a record is held in memory as a whole
          fix: let the iterator find smaller elements
        """;
    XmlFile file = XmlFile.of(folder, document);
    assertThat(file.problem("/a/b", "c[1]")).isEqualTo(told.strip());
    assertThatThrownBy(() -> file.whole("/a/b", "d")).hasMessage(told.strip());
    assertThat(file.read("/a/b", "d").records()).containsExactly("1@2 none");
  }

  @Test
  void aDocumentIsHeldWholeUpToABound() {
    XmlFile file = XmlFile.of(folder, "<a>" + "<b/>".repeat(20_000) + "</a>");
    SourceFile source =
        new SourceFile(file.path(), "rivers.xml", Compression.NONE, file.encoding());
    XmlPath path = XmlPath.of("//b", Map.of());
    XmlPathTree all = new XmlPathTree(Map.of(), 0);
    all.add(0, PlainXPath.ALL);
    XmlDelivery none = new XmlDelivery("rivers.xml", List.of(), record -> {}, bad -> {});
    try (XmlProlog prolog = XmlProlog.open(source)) {
      XmlTreeRecords records =
          new XmlTreeRecords(
              new XmlRecordFinder(prolog, all),
              new XmlTreeValues(path, List.of(), none),
              new XmlTreeNames(new PlainXPaths(Map.of())),
              Iterations.Detail.REFERENCES,
              none);
      assertThatThrownBy(() -> records.readWhole(1 << 20))
          .hasMessage(
              """
              rivers.xml: error: the document takes more than 1 MB of memory
                why: the XPath of the records or of a value looks beyond them, so all of it is held
                fix: use paths that stay within a record, or give Java more memory by -Xmx""");
    }
    assertThat(file.read("//b[1]").records()).hasSize(1);
  }

  @Test
  void whatFailsOnTheDocumentOnlyIsTold() {
    assertThat(XmlFile.of(folder, "<a><b/></a>").problem("/a", "b[r:f(.)]"))
        .isEqualTo(
            """
            rivers.xml: error: 'b[r:f(.)]' cannot be evaluated: it has what the processor does not know
              why: the XPath is sound, and fails on this document
              fix: use a simpler path""");
  }

  @Test
  void theLimitsOfTheJdkAreTold() {
    String name = "n".repeat(5000);
    assertThat(XmlFile.of(folder, "<a><" + name + "/></a>").problem("/a", "b"))
        .startsWith("rivers.xml:1: error: the XML is malformed: JAXP");
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 10_001; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    assertThat(XmlFile.of(folder, attributes + "/>").problem("/a", "b"))
        .startsWith("rivers.xml:1: error: the XML is malformed: JAXP");
    assertThat(XmlFile.of(folder, "<a>" + "&amp;&#65;".repeat(100_000) + "</a>").read("/a", "."))
        .extracting(read -> read.records().get(0).length())
        .isEqualTo("1@1 ''".length() + 200_000);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          `` # '' is not an XPath: it is empty
          a[ # 'a[' is not an XPath: A location path was expected, but the end of the XPath expression was found instead.
          a] # 'a]' is not an XPath: Extra illegal tokens: ']'
          a b # 'a b' is not an XPath: Extra illegal tokens: 'b'
          /a/ # '/a/' is not an XPath: A location step was expected following the '/' or '//' token.
          'a # ''a' is not an XPath: a quote is not closed
          a{b # 'a{b' is not an XPath: '{'
          foo(a) # 'foo(a)' is not an XPath: Could not find function: foo
          foo::a # 'foo::a' is not an XPath: illegal axis name: foo
          key('a', 'b') # 'key('a', 'b')' is not an XPath: it has what the processor does not know
          r:f(a) # 'r:f(a)' is not an XPath: it has what the processor does not know
          a[$x] # '$x' in 'a[$x]' is a variable
          x:a # the prefix 'x' in 'x:a' is not declared
          a/@x:b # the prefix 'x' in 'a/@x:b' is not declared
          scokg-internal:take(a, b) # the prefix 'scokg-internal' in 'scokg-internal:take(a, b)' is not declared
          """)
  void whatIsNoXPathIsRefused(String path, String expected) {
    try (Iterations source = XmlFile.of(folder, "<a/>").open("/a", Iterations.Detail.REFERENCES)) {
      assertThatThrownBy(() -> source.reference(path))
          .isInstanceOf(BadReference.class)
          .hasMessage(expected);
    }
    assertThatThrownBy(() -> new Format.Xml(path, XmlFile.NAMESPACES))
        .isInstanceOf(BadReference.class)
        .hasMessage(expected);
  }

  @Test
  void anXPathIsBounded() {
    for (String path :
        new String[] {
          "(".repeat(20_000) + "a",
          "a[".repeat(20_000),
          "not(".repeat(99) + "a" + ")".repeat(99),
          "-".repeat(20_000) + "1",
          "a" + " + a".repeat(200),
        }) {
      assertThatThrownBy(() -> new Format.Xml(path, Map.of())).isInstanceOf(BadReference.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"count(//a)", "'a'", "1 + 1", "not(a)"})
  void anIteratorThatFindsNoNodesIsRefused(String path) {
    assertThat(bad(path, Map.of()))
        .isEqualTo(
            """
            '%s' finds no elements but a value
              why: an iterator finds the records, each an element
              fix: take the path to the elements, and leave the function to a reference
            """
                .formatted(path));
  }

  @Test
  void aBadPathIsToldWithRuleAndRemedy() {
    assertThat(bad("a[", Map.of()))
        .isEqualTo(
            """
            'a[' is not an XPath: A location path was expected, but the end of the XPath \
            expression was found instead.
              why: the records of XML and what they hold are found by XPath 1.0
              fix: correct the path; a plain one is names with / between them, or @ and an attribute
            """);
    assertThat(bad("q:a", Map.of("s", "urn:s", "r", "urn:r")))
        .isEqualTo(
            """
            the prefix 'q' in 'q:a' is not declared
              why: the reference formulation declares r, s
              fix: declare it with rml:namespace, or correct the prefix
            """);
    assertThat(bad("q:a", Map.of())).contains("why: the reference formulation declares no namespa");
    assertThat(bad("a[$b]", Map.of()))
        .isEqualTo(
            """
            '$b' in 'a[$b]' is a variable
              why: a mapping gives no XPath variables
              fix: write the value out
            """);
  }

  private static String bad(String iterator, Map<String, String> namespaces) {
    try {
      return new Format.Xml(iterator, namespaces).toString();
    } catch (BadReference e) {
      return e.what() + "\n  why: " + e.why() + "\n  fix: " + e.fix() + "\n";
    }
  }
}
