package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.document.TextSet;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;

/**
 * Policies that set a limit instead of giving permissions: they allow everything, and deny what
 * lies in another account.
 */
final class Ceiling {

  private static final String POLICY = "aws:iam/policy:Policy";

  private Ceiling() {}

  /** Tells whether the document of this node is one. It may be a boundary, and no permission. */
  static boolean is(Node node, HeldPolicy policy, RuleContext context) {
    return node.type().equals(POLICY)
        && policy.problems().isEmpty()
        && policy.statements().stream().anyMatch(placed -> allowsAll(placed.statement()))
        && policy.statements().stream()
            .anyMatch(placed -> keepsAccount(placed.statement(), context.home()));
  }

  private static boolean allowsAll(Statement statement) {
    return statement.effect() == Effect.ALLOW
        && has(statement.actions(), "*")
        && has(statement.resources(), "*")
        && statement.conditions().isEmpty();
  }

  private static boolean has(TextSet set, String text) {
    return !set.negated() && set.texts().stream().anyMatch(each -> each.raw().equals(text));
  }

  /** Tells whether the statement denies, for all resources, those of other accounts. */
  static boolean keepsAccount(Statement statement, Home home) {
    return statement.effect() == Effect.DENY
        && has(statement.resources(), "*")
        && statement.conditions().size() == 1
        && isOtherAccount(statement.conditions().get(0), home.account().value());
  }

  private static boolean isOtherAccount(Condition condition, String account) {
    return condition.operator() == Operator.STRING_NOT_EQUALS
        && condition.quantifier() == Condition.Quantifier.NONE
        && condition.key().equalsIgnoreCase("aws:ResourceAccount")
        && condition.values().stream()
            .allMatch(value -> value.raw().equals(account) || value.raw().equals("aws"));
  }
}
