package io.cellwall.policies.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.condition.Condition.Quantifier;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operators over what is known of a key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Multivalued
 *     context keys</a>
 */
class ConditionJudgeTest {

  private static final String CELL = "arn:aws:eks:eu-west-1:111111111111:cluster/cell-a";

  static Stream<Arguments> cases() {
    KeyFact none = KeyFact.absent();
    KeyFact a = KeyFact.is("a");
    KeyFact open = new KeyFact.OneOf(List.of(Glob.parse("a*")), false);
    return Stream.of(
        Arguments.of("StringEquals", a, "a", Truth.ALWAYS),
        Arguments.of("StringEquals", a, "b,a", Truth.ALWAYS),
        Arguments.of("StringEquals", a, "A", Truth.NEVER),
        Arguments.of("StringEquals", a, "a*", Truth.NEVER),
        Arguments.of("StringEquals", KeyFact.oneOf("a", "b"), "a", Truth.SOMETIMES),
        Arguments.of("StringEquals", KeyFact.oneOf("a", "b"), "a,b", Truth.ALWAYS),
        Arguments.of("StringEquals", none, "a", Truth.NEVER),
        Arguments.of("StringEquals", KeyFact.maybe("a"), "a", Truth.SOMETIMES),
        Arguments.of("StringEqualsIfExists", KeyFact.maybe("a"), "a", Truth.ALWAYS),
        Arguments.of("StringEqualsIfExists", none, "a", Truth.ALWAYS),
        Arguments.of("StringNotEquals", none, "a", Truth.ALWAYS),
        Arguments.of("StringNotEquals", KeyFact.maybe("b"), "a", Truth.ALWAYS),
        Arguments.of("StringNotEquals", a, "b,a", Truth.NEVER),
        Arguments.of("StringEqualsIgnoreCase", a, "A", Truth.ALWAYS),
        Arguments.of("StringLike", open, "a*", Truth.ALWAYS),
        Arguments.of("StringLike", open, "ab*", Truth.SOMETIMES),
        Arguments.of("StringLike", open, "b*", Truth.NEVER),
        Arguments.of("StringNotLike", open, "b*", Truth.ALWAYS),
        Arguments.of("StringEquals", open, "~", Truth.SOMETIMES),
        Arguments.of("StringEquals", a, "a,~", Truth.ALWAYS),
        Arguments.of(
            "ArnLike", KeyFact.is(CELL), "arn:aws:eks:*:111111111111:cluster/*", Truth.ALWAYS),
        Arguments.of(
            "ArnEquals", KeyFact.is(CELL), "arn:aws:eks:*:222222222222:cluster/*", Truth.NEVER),
        Arguments.of("ArnLike", KeyFact.is(CELL), "arn:aws:*:cluster/cell-a", Truth.SOMETIMES),
        Arguments.of("ArnLike", KeyFact.is("arn:aws:s3:::b"), "arn:*:*:*:*:*", Truth.ALWAYS),
        Arguments.of("StringLike", KeyFact.is(CELL), "arn:*cell-a", Truth.ALWAYS),
        Arguments.of("NumericLessThan", KeyFact.is("9"), "10", Truth.ALWAYS),
        Arguments.of("NumericGreaterThanEquals", KeyFact.is("9"), "10", Truth.NEVER),
        Arguments.of("NumericEquals", KeyFact.is("x"), "10", Truth.NEVER),
        Arguments.of(
            "DateLessThan", KeyFact.is("2026-01-01T00:00:00Z"), "2027-01-01", Truth.ALWAYS),
        Arguments.of("DateEquals", KeyFact.is("0"), "1970-01-01T00:00:00Z", Truth.ALWAYS),
        Arguments.of("Bool", KeyFact.is("true"), "true", Truth.ALWAYS),
        Arguments.of("Bool", none, "false", Truth.NEVER),
        Arguments.of("BoolIfExists", none, "false", Truth.ALWAYS),
        Arguments.of("IpAddress", KeyFact.is("10.1.2.3"), "10.0.0.0/8", Truth.ALWAYS),
        Arguments.of("NotIpAddress", KeyFact.is("11.1.2.3"), "10.0.0.0/8", Truth.ALWAYS),
        Arguments.of("IpAddress", KeyFact.is("2001:db8::1"), "2001:db8::/32", Truth.ALWAYS),
        Arguments.of("Null", none, "true", Truth.ALWAYS),
        Arguments.of("Null", a, "true", Truth.NEVER),
        Arguments.of("Null", KeyFact.maybe("a"), "false", Truth.SOMETIMES),
        Arguments.of(
            "ForAnyValue:StringEquals", new KeyFact.Many(List.of("a", "b")), "a", Truth.ALWAYS),
        Arguments.of(
            "ForAllValues:StringEquals", new KeyFact.Many(List.of("a", "b")), "a", Truth.NEVER),
        Arguments.of("ForAllValues:StringEquals", new KeyFact.Many(List.of()), "a", Truth.ALWAYS),
        Arguments.of("ForAnyValue:StringEquals", new KeyFact.Many(List.of()), "a", Truth.NEVER),
        Arguments.of(
            "ForAnyValue:StringNotEquals", new KeyFact.Many(List.of("a", "b")), "a", Truth.ALWAYS),
        Arguments.of("ForAnyValue:StringNotEquals", none, "a", Truth.NEVER),
        Arguments.of("StringEquals", new KeyFact.Many(List.of("a")), "a", Truth.SOMETIMES));
  }

  @ParameterizedTest(name = "{0} of {1} with {2}")
  @MethodSource("cases")
  void should_judge_an_operator(String operator, KeyFact fact, String values, Truth expected) {
    assertThat(
            ConditionJudge.judge(
                condition(operator, "Some:Key", values), Facts.NONE.with("some:key", fact)))
        .isEqualTo(expected);
  }

  @Test
  void should_know_nothing_of_a_key_without_fact() {
    assertThat(
            ConditionJudge.judge(
                condition("StringEquals", "aws:PrincipalTag/cell", "a"), Facts.NONE))
        .isEqualTo(Truth.SOMETIMES);
  }

  @Test
  void should_decide_tags_that_are_closed() {
    // GIVEN
    Facts tags = Facts.closedTags("aws:ResourceTag/", Map.of("cell", "b"));
    // THEN
    assertThat(ConditionJudge.judge(condition("StringEquals", "aws:resourcetag/cell", "a"), tags))
        .isEqualTo(Truth.NEVER);
    assertThat(
            ConditionJudge.judge(condition("StringNotEquals", "aws:ResourceTag/cell", "a"), tags))
        .isEqualTo(Truth.ALWAYS);
    assertThat(ConditionJudge.judge(condition("Null", "aws:ResourceTag/zone", "true"), tags))
        .isEqualTo(Truth.ALWAYS);
  }

  @Test
  void should_resolve_a_variable_that_is_known() {
    // GIVEN
    Facts facts =
        Facts.NONE
            .with("aws:PrincipalTag/cell", KeyFact.is("a*"))
            .with("aws:ResourceTag/cell", KeyFact.is("a*"));
    // THEN
    assertThat(
            ConditionJudge.judge(
                condition("StringLike", "aws:ResourceTag/cell", "${aws:PrincipalTag/cell}"), facts))
        .isEqualTo(Truth.ALWAYS);
    assertThat(
            ConditionJudge.judge(
                condition("StringLike", "aws:ResourceTag/cell", "${aws:PrincipalTag/cell}"),
                facts.with("aws:ResourceTag/cell", KeyFact.is("ab"))))
        .isEqualTo(Truth.NEVER);
  }

  private static Condition condition(String word, String key, String values) {
    boolean ifExists = word.endsWith("IfExists");
    Quantifier quantifier =
        Stream.of(Quantifier.FOR_ANY_VALUE, Quantifier.FOR_ALL_VALUES)
            .filter(each -> word.startsWith(each.prefix()))
            .findFirst()
            .orElse(Quantifier.NONE);
    String plain = word.substring(quantifier.prefix().length(), word.length() - (ifExists ? 8 : 0));
    return new Condition(
        Operator.named(plain).orElseThrow(),
        quantifier,
        ifExists,
        key,
        Stream.of(values.split(",", -1))
            .map(each -> new PolicyText(each.replace('~', PolicyText.UNKNOWN), true))
            .toList());
  }
}
