package org.w3id.scokg.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A document is asked for its parts, whatever it is. */
class JsonTest {

  private static Json read(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isWrittenAsItWasRead() throws IOException {
    String text = "{\"a\":[1,2.50,true,null,\"\\\"é\\n\"],\"b\":{},\"c\":[]}";
    assertThat(read(text)).hasToString(text);
  }

  @Test
  void aPartOfAnotherKindIsMissing() throws IOException {
    Json json = read("{\"a\": 1, \"b\": \"x\", \"c\": [], \"d\": true, \"e\": null}");
    assertThat(json.get("a").text()).isEmpty();
    assertThat(json.get("b").number()).isEmpty();
    assertThat(json.get("c").truth()).isEmpty();
    assertThat(json.get("d").items()).isEmpty();
    assertThat(json.get("e").text()).isEmpty();
    assertThat(json.get("f").get("g").text()).isEmpty();
    assertThat(json.get("c").members()).isEmpty();
    assertThat(json.text()).isEmpty();
  }

  @Test
  void aNumberWithoutEndIsNotRead() {
    assertThatThrownBy(() -> read("{\"a\": " + "9".repeat(101) + "}"))
        .isInstanceOf(IOException.class)
        .hasMessage("line 1, column 7: a number has more than 100 digits");
  }
}
