package io.cellwall.policies.iam.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::cell-1*, arn:aws:s3:::cell-10-data, true",
    "arn:aws:s3:::cell-1-*, arn:aws:s3:::cell-10-data, false",
    "arn:aws:sqs:*:cell, arn:aws:sqs:eu-west-1:111111111111:cell, true",
    "arn:aws:s3:::A, arn:aws:s3:::a, false",
    "a?c, abc, true",
    "a?c, ac, false"
  })
  void should_match_as_iam_does(String pattern, String text, boolean matches) {
    assertThat(Glob.parse(pattern).matches(text)).isEqualTo(matches);
    assertThat(Glob.parse(pattern).overlaps(Glob.literal(text))).isEqualTo(matches);
  }

  @Test
  void should_keep_an_escaped_asterisk_literal() {
    // GIVEN
    PolicyText text = new PolicyText("arn:aws:s3:::b/${*}/*", true);
    // WHEN
    Glob glob = text.narrowest(PolicyText.Variables.NONE, true).orElseThrow();
    // THEN
    assertThat(glob.matches("arn:aws:s3:::b/*/x")).isTrue();
    assertThat(glob.matches("arn:aws:s3:::b/y/x")).isFalse();
    assertThat(glob).hasToString("arn:aws:s3:::b/${*}/*");
  }

  @Test
  void should_widen_a_variable_for_allow_and_drop_it_for_deny() {
    // GIVEN
    PolicyText text = new PolicyText("arn:aws:s3:::b/${aws:username}/*", true);
    // THEN
    assertThat(text.widest(PolicyText.Variables.NONE, true))
        .isEqualTo(Glob.parse("arn:aws:s3:::b/*/*"));
    assertThat(text.narrowest(PolicyText.Variables.NONE, true)).isEmpty();
    assertThat(new PolicyText("${aws:username}", false).widest(PolicyText.Variables.NONE, true))
        .isEqualTo(Glob.literal("${aws:username}"));
  }

  @Test
  void should_give_up_on_patterns_made_to_blow_up() {
    // GIVEN
    List<GlobRegion> bombs = new ArrayList<>();
    for (char letter = 'a'; letter < 'k'; letter++) {
      bombs.add(
          GlobRegion.of(List.of(Glob.parse("*" + letter + "?".repeat(40) + "*" + letter + "*"))));
    }
    // WHEN
    GlobSearch.Result result =
        GlobSearch.find(
            List.of(List.of(GlobRegion.ALL), bombs),
            List.of(GlobRegion.of(List.of(Glob.parse("*?*" + "z")))));
    GlobSearch.Result hopeless =
        GlobSearch.find(
            bombs.stream().map(List::of).toList(),
            List.of(GlobRegion.of(List.of(Glob.parse("*a*b*c*d*e*f*g*h*i*")))));
    // THEN
    assertThat(result).isNotNull();
    assertThat(hopeless).isEqualTo(new GlobSearch.Result.TooComplex());
  }
}
