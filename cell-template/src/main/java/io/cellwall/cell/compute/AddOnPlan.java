package io.cellwall.cell.compute;

import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.wiring.policy.Statement;
import java.util.Optional;

/**
 * An add-on that EKS installs.
 *
 * @param resource name of its resource
 * @param name its name in the EKS API
 * @param version its version
 * @param configuration what differs from its defaults, as JSON
 * @param stage when it comes
 * @param pods the role of its pods, where they call AWS
 * @param onHostedZone what that role may do to the cell's hosted zone, whose ARN AWS makes up
 */
public record AddOnPlan(
    String resource,
    String name,
    String version,
    Optional<String> configuration,
    Stage stage,
    Optional<PodRolePlan> pods,
    Optional<Statement> onHostedZone) {

  /** When an add-on is installed. */
  public enum Stage {
    /** Nodes cannot be ready without it. */
    BEFORE_NODES,
    /** It needs nodes to run on. */
    AFTER_NODES
  }
}
