package io.cellwall.policies.rules;

import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;

/** What of a stack's control plane a rule for the stack itself says nothing of. */
public final class ControlPlane {

  private static final String POLICY = "aws:iam/policy:Policy";

  // What the control plane declares below its construct of that name, and nothing else.
  private static final String DEPLOY_ROLES = "::AWS::IAM::ManagedPolicy::Roles";

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
   * role. Statement by statement such policies must name what does not exist yet; what the role can
   * do by all of them together is proven, in both directions, by {@link
   * io.cellwall.policies.proof.deploy.DeployRoleProof}.
   */
  public static boolean isDeployPolicy(Node node, Home home) {
    return node.type().equals(POLICY) && declares(node, home) && node.urn().contains(DEPLOY_ROLES);
  }
}
