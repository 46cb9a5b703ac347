package org.w3id.scokg.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.ValueKind;

/** What is found in sound documents, however it is read. */
class XmlIterationsTest {

  private static final String RIVERS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- from a survey -->
      <rivers country="X" xmlns:r="http://river.example/">
        <basin name="north">
          <river
              id="1" r:class="a">
            <name>Aller</name>
            <name lang="nds">Aler<!-- so it is written -->n</name>
            <mouth><place>W&amp;r <![CDATA[<x>]]>t</place></mouth>
            <r:depth/>
          </river><river id="2"><name>Leine</name></river>
        </basin>
        <basin name="south">
          <river id="3"/>
        </basin>
      </rivers>
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          name # 1@5 'Aller''Alern'; 2@11 'Leine'; 3@14 none
          name/@lang # 1@5 'nds'; 2@11 none; 3@14 none
          ./name/@lang # 1@5 'nds'; 2@11 none; 3@14 none
          name/text() # 1@5 'Aller''Aler''n'; 2@11 'Leine'; 3@14 none
          mouth/place # 1@5 'W&r <x>t'; 2@11 none; 3@14 none
          mouth/place/text() # 1@5 'W&r <x>t'; 2@11 none; 3@14 none
          mouth # 1@5 'W&r <x>t'; 2@11 none; 3@14 none
          */place # 1@5 'W&r <x>t'; 2@11 none; 3@14 none
          r:depth # 1@5 ''; 2@11 none; 3@14 none
          r:* # 1@5 ''; 2@11 none; 3@14 none
          o:depth # 1@5 none; 2@11 none; 3@14 none
          depth # 1@5 none; 2@11 none; 3@14 none
          @id # 1@5 '1'; 2@11 '2'; 3@14 '3'
          @* # 1@5 '1''a'; 2@11 '2'; 3@14 '3'
          @r:class # 1@5 'a'; 2@11 none; 3@14 none
          @class # 1@5 none; 2@11 none; 3@14 none
          ../@name # 1@5 'north'; 2@11 'north'; 3@14 'south'
          ../../@country # 1@5 'X'; 2@11 'X'; 3@14 'X'
          ../../../@country # 1@5 none; 2@11 none; 3@14 none
          ../*/@id # 1@5 '1''2'; 2@11 '1''2'; 3@14 '3'
          name[2] # 1@5 'Alern'; 2@11 none; 3@14 none
          name[@lang='nds'] # 1@5 'Alern'; 2@11 none; 3@14 none
          count(name) # 1@5 '2'; 2@11 '1'; 3@14 '0'
          count(name) div 4 # 1@5 '0.5'; 2@11 '0.25'; 3@14 '0'
          1 div count(name) # 1@5 '0.5'; 2@11 '1'; 3@14 'Infinity'
          number(name) # 1@5 'NaN'; 2@11 'NaN'; 3@14 'NaN'
          @id * 1000000000000 # 1@5 '1000000000000'; 2@11 '2000000000000'; 3@14 '3000000000000'
          concat(@id, '-', name) # 1@5 '1-Aller'; 2@11 '2-Leine'; 3@14 '3-'
          boolean(name) # 1@5 'true'; 2@11 'true'; 3@14 'false'
          .//place # 1@5 'W&r <x>t'; 2@11 none; 3@14 none
          descendant::name/@lang # 1@5 'nds'; 2@11 none; 3@14 none
          name | mouth # 1@5 'Aller''Alern''W&r <x>t'; 2@11 'Leine'; 3@14 none
          ancestor::basin/@name # 1@5 'north'; 2@11 'north'; 3@14 'south'
          concat(../@name, ../../@country) # 1@5 'northX'; 2@11 'northX'; 3@14 'southX'
          name/comment() # 1@5 ' so it is written '; 2@11 none; 3@14 none
          position() # 1@5 '1'; 2@11 '1'; 3@14 '1'
          last() # 1@5 '1'; 2@11 '1'; 3@14 '1'
          count(//river) # 1@5 '3'; 2@11 '3'; 3@14 '3'
          following-sibling::river/@id # 1@5 '2'; 2@11 none; 3@14 none
          ../river/@id # 1@5 '1''2'; 2@11 '1''2'; 3@14 '3'
          count(../preceding-sibling::*) # 1@5 '0'; 2@11 '0'; 3@14 '1'
          /rivers/@country # 1@5 'X'; 2@11 'X'; 3@14 'X'
          namespace::r # 1@5 'http://river.example/'; 2@11 'http://river.example/'; 3@14 'http://river.example/'
          """)
  void referencesAreFoundWhicheverWayTheDocumentIsRead(String reference, String expected) {
    XmlFile file = XmlFile.of(folder, RIVERS);
    for (String iterator :
        List.of(
            "/rivers/basin/river", "//river", "rivers//*[@id]", "/rivers/basin/river[true()]")) {
      for (String other : List.of("@id", "count(.)", "count(/)")) {
        List<String> records =
            file.read(iterator, reference, other).records().stream()
                .map(line -> line.replaceAll(" '.'$", ""))
                .toList();
        assertThat(String.join("; ", records)).as(iterator + " with " + other).isEqualTo(expected);
      }
    }
  }

  @Test
  void aRecordInARecordComesAfterIt() {
    XmlFile file =
        XmlFile.of(
            folder,
            """
            <a><b id='1'><t>one</t>
              <b id='2'><b id='3'><t>three</t></b></b><t>more</t></b>
              <b id='4'/></a>
            """);
    assertThat(file.read("//b", "@id", "t", "b/@id").records())
        .containsExactly(
            "1@1 '1' 'one''more' '2'",
            "2@2 '2' none '3'",
            "3@2 '3' 'three' none",
            "4@3 '4' none none")
        .isEqualTo(file.read("//b", "@id", "t", "b[1]/@id").records());
  }

  @Test
  void textIsTakenOnceForEachReferenceThatHoldsIt() {
    assertThat(XmlFile.of(folder, "<a>x<b>y<c>z</c></b></a>").read("/a", ".", "b", "b/c", "*/*"))
        .extracting(XmlFile.Read::records)
        .isEqualTo(List.of("1@1 'xyz' 'yz' 'z' 'z'"));
  }

  @Test
  void anIteratorMayStartAnywhereAndFindAnyNode() {
    XmlFile file = XmlFile.of(folder, RIVERS);
    assertThat(file.read("//basin/@name", ".", "../@name").records())
        .containsExactly("1@4 'north' 'north'", "2@13 'south' 'south'");
    assertThat(file.read("//name/text()", ".").records())
        .containsExactly("1@7 'Aller'", "2@8 'Aler'", "3@8 'n'", "4@11 'Leine'");
    assertThat(file.read("/", "rivers/@country", "string-length(.) > 9").records())
        .containsExactly("1@1 'X' 'true'");
    assertThat(file.read("//river[name] | //basin", "@name").records())
        .containsExactly("1@4 'north'", "2@5 none", "3@11 none", "4@13 'south'");
    assertThat(file.read("/*", "@country").records()).containsExactly("1@3 'X'");
  }

  @Test
  void everyValueIsAString() {
    try (Iterations source = XmlFile.of(folder, "<a>1</a>").open("/a", Detail.REFERENCES)) {
      int number = source.reference(".");
      assertThat(source.reference(".")).isEqualTo(number);
      assertThat(source.name()).isEqualTo("rivers.xml");
      source.forEach(
          record -> {
            assertThat(record.kind(number, 0)).isEqualTo(ValueKind.STRING);
            assertThatThrownBy(() -> record.value(number, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(record::json)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("records must be kept whole to be asked for");
          },
          record -> assertThat(record).isNull());
    }
  }

  @Test
  void wholeRecordsAreMarkupThatStandsAlone() {
    String document =
        """
        <r xmlns="http://d.example/" xmlns:p="http://river.example/"><b p:k='"&lt;&#10;'
        >x&amp;y &gt; <!--c--><?do it?><p:e xmlns:p="http://other.example/"/><f xmlns=''
        /><![CDATA[<z>]]>\\\t\u00e4&#13;</b></r>
        """;
    String markup =
        """
        "<b xmlns=\\"http://d.example/\\" xmlns:p=\\"http://river.example/\\" \
        p:k=\\"&quot;&lt;&#10;\\">x&amp;y &gt; <!--c--><?do it?>\
        <p:e xmlns:p=\\"http://other.example/\\"/><f xmlns=\\"\\"/>\
        &lt;z&gt;\\\\\\t\u00e4&#13;</b>\"""";
    XmlFile file = XmlFile.of(folder, document);
    assertThat(file.whole("/*/*")).containsExactly(markup);
    assertThat(file.whole("/*/*", "count(*)")).containsExactly(markup);
    assertThat(file.whole("/*/*/@*")).containsExactly("\"\\\"<\\n\"");
    assertThat(XmlFile.of(folder, "<a><b><b/></b></a>").whole("//b"))
        .containsExactly("\"<b><b/></b>\"", "\"<b/>\"");
  }

  @Test
  void namesHaveTheirPrefixOrAreInNoNamespace() {
    XmlFile file =
        XmlFile.of(
            folder,
            """
            <a xmlns='http://river.example/' xmlns:q='http://other.example/'>
            <q:b xml:lang='de' q:id='1'><c/></q:b><b/></a>
            """);
    assertThat(file.read("/r:a/o:b", "@o:id", "r:c", "c", "@xml:lang").records())
        .containsExactly("1@2 '1' '' none 'de'");
    assertThat(file.read("/r:a/o:b[1]", "@o:id", "r:c", "c", "@xml:lang").records())
        .containsExactly("1@2 '1' '' none 'de'");
    assertThat(file.read("/a/b").names()).containsExactly("/r:a", "/r:a/o:b", "/r:a/r:b");
    assertThat(file.read("/a[1]/b").names()).contains("/r:a", "/r:a/o:b", "/r:a/r:b");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rivers/basin/river", "/rivers/basin/river[1]"})
  void whatNoRecordHasIsAbsentAndWhatAreThereHasNames(String iterator) {
    XmlFile.Read read = rivers(iterator, "nam", "name", "mouth/plaice", "@id", "../@nam", "@ib");
    assertThat(read.absent()).containsExactly("nam", "mouth/plaice", "../@nam", "@ib");
    assertThat(read.names())
        .containsExactlyInAnyOrder(
            "@id", "@r:class", "name", "name/@lang", "mouth", "mouth/place", "r:depth");
    assertThat(read.bad()).isEmpty();
  }

  @Test
  void aNameWithoutPrefixIsWrittenSoThatItIsFound() {
    XmlFile file = XmlFile.of(folder, "<a xmlns='http://unknown.example/'><b>x</b></a>");
    assertThat(file.read("/*", "b"))
        .isEqualTo(
            new XmlFile.Read(
                List.of("1@1 none"), List.of(), Set.of("b"), List.of("*[local-name()='b']")));
    assertThat(file.read("/*", "*[local-name()='b']").records()).containsExactly("1@1 'x'");
  }

  @Test
  void nothingIsAbsentWhereThereIsNoRecord() {
    assertThat(rivers("/rivers/basin/rver", "name"))
        .isEqualTo(
            new XmlFile.Read(
                List.of(),
                List.of(),
                Set.of(),
                List.of("/rivers", "/rivers/basin", "/rivers/basin/river")));
  }

  @Test
  void namesAreBoundedAndAllAreFoundNevertheless() {
    StringBuilder document = new StringBuilder("<a>");
    for (int i = 0; i < 3000; i++) {
      document.append("<b").append(i).append(" a").append(i).append("='").append(i).append("'/>");
      document.append("<x><b><c>").append(i).append("</c></b></x>");
    }
    XmlFile file = XmlFile.of(folder, document.append("</a>").toString());
    XmlFile.Read read = file.read("/a", "b2999/@a2999", "*/*/c", "*/@a7");
    assertThat(read.records())
        .singleElement()
        .asString()
        .startsWith("1@1 '2999' '0''1''2'")
        .endsWith("'2998''2999' '7'");
    assertThat(read.names()).hasSize(XmlPathTree.NAMES);
    assertThat(file.read("//c", ".").records()).hasSize(3000).last().isEqualTo("3000@1 '2999'");
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, UTF-8, UTF-8",
    "ISO-8859-1, ISO-8859-1, UTF-8",
    "windows-1252, windows-1252, UTF-8",
    "UTF-16, UTF-16, UTF-8",
    "UTF-16LE, UTF-16, UTF-8",
    "UTF-16BE, UTF-16, UTF-8",
    "x-UTF-16LE-BOM, '', UTF-8",
    "ISO-8859-1, UTF-8, ISO-8859-1",
    "UTF-16LE, '', UTF-16LE",
  })
  void charactersAreReadByTheMappingOrElseByTheDocument(
      Charset written, String declared, Charset given) {
    String declaration =
        declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>\n";
    String document = declaration + "<!-- \u00e4 --><a>\u00c4</a>";
    assertThat(XmlFile.of(folder, document.getBytes(written)).in(given).read("/a", ".").records())
        .containsExactly((declared.isEmpty() ? "1@1" : "1@2") + " '\u00c4'");
  }

  @Test
  void aByteOrderMarkIsNoCharacter() {
    assertThat(XmlFile.of(folder, "\uFEFF<a>x</a>").read("/a", ".").records())
        .containsExactly("1@1 'x'");
  }

  @Test
  void aDoctypeThatOnlyNamesAFileIsPassedOver() {
    assertThat(
            XmlFile.of(
                    folder,
                    """
                    <?xml version="1.0"?><?pi x?>
                    <!DOCTYPE a PUBLIC "-//X//Y>" 'http://nowhere.example/x.dtd'
                    >
                    <!-- c -->
                    <a>x</a>
                    """)
                .read("/a", ".")
                .records())
        .containsExactly("1@5 'x'");
  }

  @Test
  void manyRecordsAreEvaluatedInParts() {
    StringBuilder document = new StringBuilder("<a k='v'>");
    for (int i = 1; i <= 2000; i++) {
      document.append(i % 100 == 1 ? "<g n='" + i + "'><empty/>" : "");
      document.append("<b id='").append(i).append("'><c>").append(i % 7).append("</c></b>\n");
      document.append(i % 100 == 0 ? "</g>" : "");
    }
    XmlFile file = XmlFile.of(folder, document.append("</a>").toString());
    List<String> records = file.read("/a/g/b", "c + 1", "../@n", "../../@k").records();
    assertThat(records)
        .hasSize(2000)
        .startsWith("1@1 '2' '1' 'v'", "2@2 '3' '1' 'v'")
        .endsWith("1999@1999 '5' '1901' 'v'", "2000@2000 '6' '1901' 'v'")
        .isEqualTo(file.read("//b[@id]", "c + 1", "../@n", "../../@k").records());
  }

  private XmlFile.Read rivers(String iterator, String... references) {
    return XmlFile.of(folder, RIVERS).read(iterator, references);
  }
}
