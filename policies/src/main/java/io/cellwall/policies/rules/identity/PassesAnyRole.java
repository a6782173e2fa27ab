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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An identity may hand any role to a service. */
public final class PassesAnyRole implements Rule {

  private static final String ACTION = "iam:passrole";
  private static final String EVERY_ROLE = "iam::%s:role/*";

  @Override
  public String explanation() {
    return "Whoever passes a role to something that runs code becomes that role; with every"
        + " role within reach no boundary between roles is left.";
  }

  @Override
  public String fix() {
    return "name the roles, and the service that gets them in iam:PassedToService";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Reach reach = new Reach(context.home());
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (policy.isIdentity() && is(placed.statement(), reach)) {
          String at = placed.at() + ".Resource";
          findings.add(
              Crossing.of(this, node)
                  .violation(
                      at,
                      at
                          + " lets it pass any role of the account or of others; it must name the"
                          + " roles of "
                          + context.home().stack()));
        }
      }
    }
    return findings;
  }

  // An Allow of everything is judged as a whole, by another rule.
  private static boolean is(Statement statement, Reach reach) {
    return statement.effect() == Effect.ALLOW
        && !statement.actions().negated()
        && statement.actions().texts().stream()
            .filter(text -> text.raw().contains(":"))
            .anyMatch(text -> text.widest(PolicyText.Variables.NONE, true).matches(ACTION))
        && (statement.resources().negated()
            || statement.resources().texts().stream()
                .anyMatch(text -> reach.isEvery(text, EVERY_ROLE)));
  }
}
