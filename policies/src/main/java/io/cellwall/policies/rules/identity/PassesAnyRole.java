package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An identity may hand any role to a service. */
public final class PassesAnyRole implements Rule {

  private static final String ACTION = "iam:passrole";

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
    return EveryRole.within(this, ACTION, "pass", node, context);
  }
}
