package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path folder;

  private static Optional<Secret> inVariable(String value) {
    return Secret.find(Optional.empty(), Map.of("TOKEN", value), "TOKEN");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "Bearer 0123456789abcdef,true",
    "bearer 0123456789abcdef,true",
    "Bearer  0123456789abcdef,true",
    "Bearer 0123456789abcdeF,false",
    "Bearer 0123456789abcdef0,false",
    "Bearer 0123456789abcde,false",
    "Bearer,false",
    "Basic 0123456789abcdef,false",
    "0123456789abcdef,false",
    "'',false",
  })
  void isInAHeaderThatBringsItAsABearer(String header, boolean expected) {
    assertThat(inVariable(TOKEN).orElseThrow().isIn(header)).isEqualTo(expected);
  }

  @Test
  void standsOnTheFirstLineOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\r\nnot this\n");

    Optional<Secret> secret =
        Secret.find(Optional.of(file), Map.of("TOKEN", "another-token-that-is-long"), "TOKEN");

    assertThat(secret.orElseThrow().isIn("Bearer " + TOKEN)).isTrue();
  }

  @Test
  void isNoneWhereNothingIsSet() {
    assertThat(Secret.find(Optional.empty(), Map.of(), "TOKEN")).isEmpty();
    assertThat(inVariable("")).isEmpty();
    assertThat(inVariable("  ")).isEmpty();
  }

  @Test
  void cannotBeReadOutAgain() {
    assertThat(inVariable(TOKEN).orElseThrow()).hasToString("a secret");
  }

  @Test
  void isRefusedWhereItCouldBeGuessedAndIsNotTold() {
    assertThatThrownBy(() -> inVariable("sesame"))
        .hasMessage(
            """
            TOKEN: error: the token has 6 characters, fewer than 16
              why: a token that can be guessed opens the door to anyone
              fix: make one with: openssl rand -hex 24""");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(strings = {"two words, both rather long", "fünfzehnundmehrzeichen"})
  void isRefusedWhereNoHeaderCouldBringIt(String token) {
    assertThatThrownBy(() -> inVariable(token))
        .hasMessage(
            """
            TOKEN: error: the token cannot be sent
              why: a header takes one word of the characters A-Z a-z 0-9 - . _ ~ + /
              fix: make one with: openssl rand -hex 24""");
  }

  @Test
  void isMissedWhereItsFileIs() {
    Path file = folder.resolve("token");

    assertThatThrownBy(() -> Secret.find(Optional.of(file), Map.of(), "TOKEN"))
        .hasMessage(
            file
                + """
                : error: the token cannot be read: there is no such file
                  why: the first line of this file is a token
                  fix: correct the path, or the owner and mode of the file""");
  }
}
