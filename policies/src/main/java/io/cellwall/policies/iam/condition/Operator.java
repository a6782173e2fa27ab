package io.cellwall.policies.iam.condition;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * IAM's condition operators.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public enum Operator {
  STRING_EQUALS("StringEquals", Family.STRING, Order.EQUAL, false),
  STRING_NOT_EQUALS("StringNotEquals", Family.STRING, Order.EQUAL, true),
  STRING_EQUALS_IGNORE_CASE(
      "StringEqualsIgnoreCase", Family.STRING_IGNORE_CASE, Order.EQUAL, false),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", Family.STRING_IGNORE_CASE, Order.EQUAL, true),
  STRING_LIKE("StringLike", Family.LIKE, Order.EQUAL, false),
  STRING_NOT_LIKE("StringNotLike", Family.LIKE, Order.EQUAL, true),
  NUMERIC_EQUALS("NumericEquals", Family.NUMERIC, Order.EQUAL, false),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMERIC, Order.EQUAL, true),
  NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC, Order.LESS, false),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC, Order.LESS_OR_EQUAL, false),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC, Order.GREATER, false),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", Family.NUMERIC, Order.GREATER_OR_EQUAL, false),
  DATE_EQUALS("DateEquals", Family.DATE, Order.EQUAL, false),
  DATE_NOT_EQUALS("DateNotEquals", Family.DATE, Order.EQUAL, true),
  DATE_LESS_THAN("DateLessThan", Family.DATE, Order.LESS, false),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE, Order.LESS_OR_EQUAL, false),
  DATE_GREATER_THAN("DateGreaterThan", Family.DATE, Order.GREATER, false),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE, Order.GREATER_OR_EQUAL, false),
  BOOL("Bool", Family.BOOL, Order.EQUAL, false),
  BINARY_EQUALS("BinaryEquals", Family.STRING, Order.EQUAL, false),
  IP_ADDRESS("IpAddress", Family.IP, Order.EQUAL, false),
  NOT_IP_ADDRESS("NotIpAddress", Family.IP, Order.EQUAL, true),
  ARN_EQUALS("ArnEquals", Family.ARN, Order.EQUAL, false),
  ARN_LIKE("ArnLike", Family.ARN, Order.EQUAL, false),
  ARN_NOT_EQUALS("ArnNotEquals", Family.ARN, Order.EQUAL, true),
  ARN_NOT_LIKE("ArnNotLike", Family.ARN, Order.EQUAL, true),
  NULL("Null", Family.NULL, Order.EQUAL, false);

  /** How values are read and compared. */
  public enum Family {
    STRING,
    STRING_IGNORE_CASE,
    /** Text with wildcards. */
    LIKE,
    NUMERIC,
    DATE,
    BOOL,
    IP,
    /**
     * Each of the six parts of an ARN by itself, with wildcards. ArnEquals and ArnLike are the
     * same.
     */
    ARN,
    /** Whether the key is there. */
    NULL
  }

  /** How the request's value must stand to the policy's. */
  enum Order {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean accepts(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case LESS -> comparison < 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case GREATER -> comparison > 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
      };
    }
  }

  private static final Map<String, Operator> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toMap(op -> op.word.toLowerCase(Locale.ROOT), Function.identity()));

  private final String word;
  private final Family family;
  private final Order order;
  private final boolean negated;

  Operator(String word, Family family, Order order, boolean negated) {
    this.word = word;
    this.family = family;
    this.order = order;
    this.negated = negated;
  }

  /** The operator of this name, without quantifier and suffix. */
  public static Optional<Operator> named(String word) {
    return Optional.ofNullable(BY_NAME.get(word.toLowerCase(Locale.ROOT)));
  }

  /** As IAM writes it. */
  public String word() {
    return word;
  }

  /** How values are read and compared. */
  public Family family() {
    return family;
  }

  Order order() {
    return order;
  }

  /**
   * Whether it holds when no value matches; such an operator holds on a request that lacks the key.
   */
  public boolean isNegated() {
    return negated;
  }

  /** Whether {@code *} and {@code ?} in its values are wildcards. */
  public boolean hasWildcards() {
    return family == Family.LIKE || family == Family.ARN;
  }
}
