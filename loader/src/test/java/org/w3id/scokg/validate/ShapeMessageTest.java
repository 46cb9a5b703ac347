package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeMessageTest {

  private static final String GENERAL = "correct the row, or the shape where it asks too much";

  @Test
  void fixFollowsTheFirstColon() {
    assertThat(ShapeMessage.of("The date is no date: write 2018 or 2018-06: nothing else."))
        .isEqualTo(new ShapeMessage("The date is no date", "write 2018 or 2018-06: nothing else"));
  }

  @Test
  void fixIsTheSecondSentence() {
    assertThat(ShapeMessage.of("No place.  Name\n  it. Please."))
        .isEqualTo(new ShapeMessage("No place", "Name it. Please"));
  }

  @Test
  void abbreviationsDoNotEndASentence() {
    assertThat(ShapeMessage.of("No title, e.g. of a book."))
        .isEqualTo(new ShapeMessage("No title, e.g. of a book", GENERAL));
  }

  @Test
  void colonInsideANameDoesNotEndAnything() {
    assertThat(ShapeMessage.of("ex:a is not ex:b"))
        .isEqualTo(new ShapeMessage("ex:a is not ex:b", GENERAL));
  }

  @Test
  void sentencesWithoutCapitalsAreToldApartToo() {
    assertThat(ShapeMessage.of("没有日期: 请填写。")).isEqualTo(new ShapeMessage("没有日期", "请填写。"));
  }

  @Test
  void whatTheValidatorSaysByItselfIsNotSplit() {
    assertThat(ShapeMessage.of("minCount[1]: Invalid cardinality: expected min 1"))
        .isEqualTo(new ShapeMessage("minCount[1]: Invalid cardinality: expected min 1", GENERAL));
  }
}
