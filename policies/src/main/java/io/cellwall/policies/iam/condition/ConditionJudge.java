package io.cellwall.policies.iam.condition;

import io.cellwall.policies.iam.condition.Condition.Quantifier;
import io.cellwall.policies.iam.glob.Glob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides conditions over what is known of a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions
 *     with multiple context keys or values</a>
 */
public final class ConditionJudge {

  private ConditionJudge() {}

  /** Whether all the conditions hold. */
  public static Truth judge(List<Condition> conditions, Facts facts) {
    return Truth.all(conditions.stream().map(condition -> judge(condition, facts)));
  }

  /** Whether the condition holds. */
  public static Truth judge(Condition condition, Facts facts) {
    Optional<KeyFact> fact = facts.of(condition.key());
    if (fact.isEmpty()) {
      return Truth.SOMETIMES;
    }
    if (condition.operator() == Operator.NULL) {
      return judgeNull(condition, fact.get());
    }
    if (fact.get() instanceof KeyFact.Many many) {
      return judgeMany(condition, many.values(), facts);
    }
    KeyFact.OneOf one = (KeyFact.OneOf) fact.get();
    Stream<Truth> present = one.values().stream().map(value -> satisfies(condition, value, facts));
    return Truth.overCases(
        one.mayBeAbsent() ? Stream.concat(present, Stream.of(whenAbsent(condition))) : present);
  }

  private static Truth judgeNull(Condition condition, KeyFact fact) {
    Truth absent;
    if (fact instanceof KeyFact.OneOf one) {
      absent =
          one.values().isEmpty() ? Truth.ALWAYS : one.mayBeAbsent() ? Truth.SOMETIMES : Truth.NEVER;
    } else {
      absent = Truth.of(((KeyFact.Many) fact).values().isEmpty());
    }
    return Truth.any(
        condition.values().stream()
            .map(
                value ->
                    value.isUnknown()
                        ? Truth.SOMETIMES
                        : value.raw().equals("true") ? absent : absent.negated()));
  }

  /**
   * A request without the key satisfies IfExists, ForAllValues and, unless ForAnyValue is asked,
   * what is negated.
   */
  private static Truth whenAbsent(Condition condition) {
    if (condition.ifExists() || condition.quantifier() == Quantifier.FOR_ALL_VALUES) {
      return Truth.ALWAYS;
    }
    return Truth.of(condition.quantifier() == Quantifier.NONE && condition.operator().isNegated());
  }

  private static Truth judgeMany(Condition condition, List<String> values, Facts facts) {
    if (values.isEmpty()) {
      return whenAbsent(condition);
    }
    Stream<Truth> each =
        values.stream().map(value -> satisfies(condition, Glob.literal(value), facts));
    return switch (condition.quantifier()) {
      case FOR_ALL_VALUES -> Truth.all(each);
      case FOR_ANY_VALUE -> Truth.any(each);
      // AWS leaves open what an operator for one value does with several.
      case NONE -> Truth.SOMETIMES;
    };
  }

  private static Truth satisfies(Condition condition, Glob value, Facts facts) {
    Truth matches =
        Truth.any(
            condition.values().stream()
                .map(text -> ValueMatch.of(condition.operator(), value, text, facts)));
    return condition.operator().isNegated() ? matches.negated() : matches;
  }
}
