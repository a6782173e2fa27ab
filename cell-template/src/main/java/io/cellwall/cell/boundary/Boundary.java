package io.cellwall.cell.boundary;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** The cell's permissions boundary. */
public final class Boundary extends ComponentResource {

  private final Policy policy;

  /**
   * Makes the policy.
   *
   * @param name the component's name
   */
  public Boundary(String name, BoundaryPlan plan, ComponentResourceOptions options) {
    super("cellwall:cell:Boundary", name, options);
    policy =
        new Policy(
            plan.name(),
            PolicyArgs.builder()
                .name(plan.name())
                .description("The most that any role of the cell may do")
                .policy(plan.policy().json())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** The policy: roles name it by the plan's ARN and depend on it. */
  public Policy policy() {
    return policy;
  }
}
