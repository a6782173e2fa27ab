package io.cellwall.policies.rules;

import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.regions.model.DeployRoleNames;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.Locale;

/** What is of a stack's control plane, and so not of the stack itself. */
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
   * Tells whether a name, an ARN or what an import takes is that of a part of the control plane.
   * Each of them starts with the control plane's own; IAM knows no two by upper and lower case.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's
   *     names</a>
   */
  public static boolean isNamed(String text, StackName stack) {
    String name = StateBackend.PREFIX + stack;
    String asked = text.toLowerCase(Locale.ROOT);
    for (int at = asked.indexOf(name); at >= 0; at = asked.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || ":/".indexOf(asked.charAt(at - 1)) >= 0)
          && (end == asked.length() || "-:/".indexOf(asked.charAt(end)) >= 0)) {
        return true;
      }
    }
    return false;
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
