package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages. */
class WordingTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/w3id/scokg/pages");

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(FOLDER.resolve("wording." + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ru", "zh"})
  void aTranslationHasPlacesForTheSameValues(String language) throws IOException {
    Properties english = words("en");
    Properties translated = words(language);

    assertThat(english.stringPropertyNames()).containsAll(translated.stringPropertyNames());
    for (String key : translated.stringPropertyNames()) {
      assertThat(translated.getProperty(key).split("%s", -1))
          .as(key)
          .hasSameSizeAs(english.getProperty(key).split("%s", -1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ru", "zh"})
  void allButNamesOfFormsIsTranslated(String language) throws IOException {
    assertThat(words("en").stringPropertyNames())
        .filteredOn(key -> !key.startsWith("form."))
        .allMatch(words(language).stringPropertyNames()::contains);
  }

  @Test
  void aLanguageWithoutWordsIsPassedOver() {
    Wording.Shelf shelf = new Wording.Shelf();

    assertThat(shelf.of(List.of("xx", "../en", "ru", "en")).language()).isEqualTo("ru");
    assertThat(shelf.of(List.of()).language()).isEqualTo("en");
  }

  @Test
  void aWordThatThereIsNotIsOurMistake() {
    Wording english = new Wording.Shelf().of(List.of("en"));

    assertThatThrownBy(() -> english.get("nonsense"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Bug: there is no wording of 'nonsense'");
  }

  @Test
  void numbersAreReadInGroups() {
    assertThat(Wording.number(1234567)).isEqualTo("1\u202F234\u202F567");
    assertThat(Wording.number(999)).isEqualTo("999");
  }
}
