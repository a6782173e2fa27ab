package io.cellwall.policies.rules;

import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.regions.model.DeployRoleNames;

/** What of a stack's control plane a rule for the stack itself says nothing of. */
public final class ControlPlane {

  private static final String POLICY = "aws:iam/policy:Policy";

  private ControlPlane() {}

  /** Tells whether the node is declared by the control plane of the stack. */
  public static boolean declares(Node node, Home home) {
    return node.urn()
        .startsWith(
            "urn:cloudformation:"
                + home.stack()
                + "::"
                + Template.CONTROL_PLANE
                + home.stack()
                + "::");
  }

  /**
   * Tells whether the node is a policy of the role that deploys the stack, or what bounds that
   * role: by its name, which IAM gives once in an account. Statement by statement such policies
   * must name what does not exist yet; what the role can do by all of them together is proven, in
   * both directions, by {@link io.cellwall.policies.proof.deploy.DeployRoleProof}.
   */
  public static boolean isDeployPolicy(Node node, Home home) {
    return node.type().equals(POLICY)
        && declares(node, home)
        && node.inputs()
            .text("name")
            .filter(new DeployRoleNames(home.stack())::isPolicy)
            .isPresent();
  }
}
