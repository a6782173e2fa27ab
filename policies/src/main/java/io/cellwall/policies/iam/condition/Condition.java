package io.cellwall.policies.iam.condition;

import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One key of one operator of a statement's Condition.
 *
 * @param operator how values are compared
 * @param quantifier how a key with several values is read
 * @param ifExists whether it also holds when the request lacks the key
 * @param key the key, as written
 * @param values the values; one must match, or for a negated operator none may
 */
public record Condition(
    Operator operator,
    Quantifier quantifier,
    boolean ifExists,
    String key,
    List<PolicyText> values) {

  /**
   * How a key with several values is read.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued
   *     and multivalued context keys</a>
   */
  public enum Quantifier {
    /** The key has one value. */
    NONE(""),
    /** Some value of the request must satisfy the operator; a request without the key does not. */
    FOR_ANY_VALUE("ForAnyValue:"),
    /** Every value of the request must satisfy the operator; a request without the key does. */
    FOR_ALL_VALUES("ForAllValues:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }

    /** As IAM writes it, with its colon. */
    public String prefix() {
      return prefix;
    }
  }

  public Condition {
    values = List.copyOf(values);
  }

  /** Tells whether a value is not known yet. */
  public boolean hasUnknown() {
    return values.stream().anyMatch(PolicyText::isUnknown);
  }

  /** Tells whether it holds only where the request has the key, with the one value of such keys. */
  public boolean needsOneValue() {
    return !ifExists && quantifier == Quantifier.NONE;
  }

  /** {@code StringEqualsIfExists aws:PrincipalOrgID [o-1]}. */
  @Override
  public String toString() {
    return quantifier.prefix()
        + operator.word()
        + (ifExists ? "IfExists " : " ")
        + key
        + values.stream().map(PolicyText::toString).collect(Collectors.joining(", ", " [", "]"));
  }
}
