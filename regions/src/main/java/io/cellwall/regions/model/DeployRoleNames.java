package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * The names of the roles that plan and deploy a stack, and of their policies. IAM has one policy of
 * a name in an account, so what is called so is the control plane's own.
 *
 * @param stack the stack
 */
public record DeployRoleNames(StackName stack) {

  /** The role that deploys. */
  public String deploy() {
    return StateBackend.PREFIX + stack + "-deploy";
  }

  /** The role that plans. */
  public String preview() {
    return StateBackend.PREFIX + stack + "-preview";
  }

  /** The policy that bounds both. */
  public String boundary() {
    return StateBackend.PREFIX + stack + "-boundary";
  }

  /** The policy of what both may do. */
  public String workPolicy() {
    return preview();
  }

  /**
   * A policy of what else the role that deploys may do.
   *
   * @param number from 1
   */
  public String deployPolicy(int number) {
    return deploy() + "-" + number;
  }

  /** Tells whether a policy of this name is one of these. */
  public boolean isPolicy(String name) {
    return name.equals(boundary())
        || name.equals(workPolicy())
        || name.matches(Pattern.quote(deploy()) + "-[1-9]");
  }
}
