package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A stack set deploys to the accounts of the organization. */
public final class OrganizationStackSet implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:cloudformation/stackSet:StackSet",
              "permissionModel",
              "be SELF_MANAGED",
              "SERVICE_MANAGED")
          .wrong(
              "aws:cloudformation/stackSet:StackSet", "autoDeployment.enabled", "be false", "true")
          .wrong("aws:cloudformation/stackSet:StackSet", "callAs", "be SELF", "DELEGATED_ADMIN");

  @Override
  public String explanation() {
    return "What a stack set deploys it deploys to every account that is or will be in its"
        + " targets: one change in all cells at once.";
  }

  @Override
  public String fix() {
    return "use permissionModel SELF_MANAGED and name this stack's account, or no stack set";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html#stackset-permission-models"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
