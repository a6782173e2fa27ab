package io.cellwall.policies.iam.condition;

/** What an operator takes as a value. */
public final class ConditionValues {

  private ConditionValues() {}

  /** Tells whether the operator takes the text as a value. */
  public static boolean isValid(Operator operator, String text) {
    return switch (operator.family()) {
      case NUMERIC -> ValueMatch.number(text).isPresent();
      case DATE -> ValueMatch.date(text).isPresent();
      case IP -> ValueMatch.network(text).isPresent();
      case BOOL, NULL -> text.equals("true") || text.equals("false");
      default -> true;
    };
  }

  /** What the operator takes, for people to read. */
  public static String expected(Operator operator) {
    return switch (operator.family()) {
      case NUMERIC -> "a number";
      case DATE -> "a date as ISO 8601 or as seconds since 1970";
      case IP -> "an address or a CIDR block";
      case BOOL, NULL -> "\"true\" or \"false\"";
      default -> "a text";
    };
  }
}
