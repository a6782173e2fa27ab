package io.cellwall.policies.rules;

import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Conditions that hold for requests of the stack's own account, network or resources only.
 *
 * <p>An organization is no such pin: every cell is in it. Neither is an operator that a request
 * without the key passes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition keys</a>
 */
public final class Pins {

  /** Operators that a request without the key, or with another value, does not pass. */
  private static final Set<Operator> STRICT =
      EnumSet.of(
          Operator.STRING_EQUALS,
          Operator.STRING_LIKE,
          Operator.STRING_EQUALS_IGNORE_CASE,
          Operator.ARN_EQUALS,
          Operator.ARN_LIKE);

  /** Who asks, or for which resource a service asks. */
  private static final Set<String> REQUESTER =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:sourceaccount",
          "aws:sourcearn",
          // What SNS writes into each new topic's policy: the account that asks.
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "kms:calleraccount",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn");

  private static final Set<String> SOURCE =
      Set.of("aws:sourceaccount", "aws:sourcearn", "kms:calleraccount");

  private static final String ENCRYPTED_FOR = "kms:encryptioncontext:";

  private static final Set<String> RESOURCE = Set.of("aws:resourceaccount", "s3:resourceaccount");

  private Pins() {}

  /** Tells whether only the stack's own may ask. */
  public static boolean onRequester(Statement statement, RuleContext context) {
    return holds(statement, REQUESTER::contains, context);
  }

  /** Tells whether a service may ask for the stack's own resources only. */
  public static boolean onSource(Statement statement, RuleContext context) {
    return holds(statement, key -> SOURCE.contains(key) || key.startsWith(ENCRYPTED_FOR), context);
  }

  /** Tells whether only resources of the stack's account, or AWS's own, can be meant. */
  public static boolean onResource(Statement statement, RuleContext context) {
    return holds(statement, RESOURCE::contains, context);
  }

  /** Tells whether a condition on such a key, in lower case, holds for the stack's own only. */
  public static boolean holds(Statement statement, Predicate<String> key, RuleContext context) {
    return statement.conditions().stream()
        .filter(condition -> STRICT.contains(condition.operator()) && !condition.ifExists())
        .filter(condition -> condition.quantifier() != Condition.Quantifier.FOR_ALL_VALUES)
        .filter(condition -> key.test(condition.key().toLowerCase(Locale.ROOT)))
        .anyMatch(
            condition ->
                !condition.values().isEmpty()
                    && condition.values().stream()
                        .allMatch(value -> isOurs(condition.key(), value, context)));
  }

  // A wildcard in the place of the account would let others in, so the account must be spelt out.
  // What is not known yet is another rule's to say.
  private static boolean isOurs(String key, PolicyText value, RuleContext context) {
    String text = value.raw();
    String account = context.home().account().value();
    if (value.isUnknown()
        || text.equals(account)
        || text.matches("arn:[^:]*:[^:]*:[^:]*:" + account + ":.*")) {
      return true;
    }
    List<Reference> references = context.referencesIn(key, text);
    boolean orAws = RESOURCE.contains(key.toLowerCase(Locale.ROOT));
    return !text.contains("*")
        && !text.contains("?")
        && !references.isEmpty()
        && references.stream()
            .map(Reference::owner)
            .allMatch(
                owner -> owner instanceof Owner.ThisStack || (orAws && owner instanceof Owner.Aws));
  }
}
