package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.document.TextSet;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import io.cellwall.policies.rules.ControlPlane;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Pins;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * An identity may act on resources that are named by no account: everything, or a pattern that
 * takes in what other cells have.
 */
public final class UnboundedResource implements Rule {

  @Override
  public String explanation() {
    return "Across accounts both sides must allow; an identity that may act on everything"
        + " has given its side away, and waits for one mistake on the other.";
  }

  @Override
  public String fix() {
    return "name resources of this stack's account, or pin the statement with StringEquals"
        + " on aws:ResourceAccount";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node) || ControlPlane.isDeployPolicy(node, context.home())) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      if (policy.isIdentity() && !Ceiling.is(node, policy, context)) {
        BitSet kept = kept(policy, context);
        policy.statements().forEach(placed -> judge(node, policy, placed, kept, context, findings));
      }
    }
    return findings;
  }

  // The identity is the stack's, and so is its account.
  private static boolean isOfItsOwnAccount(Statement statement) {
    return statement.conditions().stream()
        .filter(condition -> condition.operator() == Operator.STRING_EQUALS)
        .filter(Condition::needsOneValue)
        .filter(condition -> condition.key().equalsIgnoreCase("aws:ResourceAccount"))
        .anyMatch(
            condition ->
                !condition.values().isEmpty()
                    && condition.values().stream()
                        .allMatch(
                            value -> value.raw().equalsIgnoreCase("${aws:PrincipalAccount}")));
  }

  // What the document itself denies in other accounts.
  private static BitSet kept(HeldPolicy policy, RuleContext context) {
    BitSet kept = new BitSet();
    policy.statements().stream()
        .map(HeldPolicy.Placed::statement)
        .filter(statement -> Ceiling.keepsAccount(statement, context.home()))
        .forEach(statement -> kept.or(Reach.actions(statement.actions(), Polarity.UNDER)));
    return kept;
  }

  private void judge(
      Node node,
      HeldPolicy policy,
      HeldPolicy.Placed placed,
      BitSet kept,
      RuleContext context,
      List<Finding> findings) {
    Statement statement = placed.statement();
    if (statement.effect() != Effect.ALLOW
        || Pins.onResource(statement, context)
        || isOfItsOwnAccount(statement)) {
      return;
    }
    BitSet actions = Reach.actions(statement.actions(), Polarity.OVER);
    actions.andNot(kept);
    Reach reach = new Reach(context.home());
    TextSet resources = statement.resources();
    List<PolicyText> texts =
        resources.negated() ? List.of(PolicyText.plain("*")) : resources.texts();
    for (int i = 0; i < texts.size(); i++) {
      BitSet acting = reach.beyond(texts.get(i), actions);
      if (!acting.isEmpty()) {
        String at = placed.at() + (resources.negated() ? ".NotResource" : ".Resource");
        String path = texts.size() > 1 ? at + "[" + i + "]" : at;
        findings.add(
            Crossing.of(this, node)
                .violation(
                    path,
                    path
                        + (resources.negated()
                            ? " leaves out some resources, so that "
                            : " is " + policy.shown(texts.get(i)) + ", so that ")
                        + Reach.shown(acting)
                        + " may act on what other accounts have; it must name what is in account "
                        + context.home().account()));
      }
    }
  }
}
