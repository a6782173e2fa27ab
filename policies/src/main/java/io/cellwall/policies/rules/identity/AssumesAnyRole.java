package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An identity may assume any role whose trust lets it. */
public final class AssumesAnyRole implements Rule {

  private static final String ACTION = "sts:assumerole";

  @Override
  public String explanation() {
    return "A role that may become any other reaches all that those reach, in this cell and,"
        + " through whoever trusts them, beyond it.";
  }

  @Override
  public String fix() {
    return "name the roles of this stack that it may become";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return EveryRole.within(this, ACTION, "assume", node, context);
  }
}
