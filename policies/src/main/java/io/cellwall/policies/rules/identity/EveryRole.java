package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Statements of an identity that let it do something with every role there is. */
final class EveryRole {

  private static final String EVERY_ROLE = "iam::%s:role/*";

  private EveryRole() {}

  /**
   * What a rule finds of such statements.
   *
   * @param action the action, in lower case
   * @param verb what the action does with a role
   */
  static List<Finding> within(
      Rule rule, String action, String verb, Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Reach reach = new Reach(context.home());
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (policy.isIdentity() && lets(placed.statement(), action, reach)) {
          String at = placed.at() + ".Resource";
          findings.add(
              Crossing.of(rule, node)
                  .violation(
                      at,
                      at
                          + " lets it "
                          + verb
                          + " any role of the account or of others; it must name the roles of "
                          + context.home().stack()));
        }
      }
    }
    return findings;
  }

  // An Allow of everything is judged as a whole, by another rule.
  private static boolean lets(Statement statement, String action, Reach reach) {
    return statement.effect() == Effect.ALLOW
        && !statement.actions().negated()
        && statement.actions().texts().stream()
            .filter(text -> text.raw().contains(":"))
            .anyMatch(text -> text.widest(PolicyText.Variables.NONE, true).matches(action))
        && (statement.resources().negated()
            || statement.resources().texts().stream()
                .anyMatch(text -> reach.isEvery(text, EVERY_ROLE)));
  }
}
