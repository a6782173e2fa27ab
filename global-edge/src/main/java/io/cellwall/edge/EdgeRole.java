package io.cellwall.edge;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** A role with its one policy, under a permissions boundary. */
public final class EdgeRole extends ComponentResource {

  private final RolePolicy permissions;

  /**
   * Makes the role.
   *
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public EdgeRole(RolePlan plan, Policy boundary, ComponentResourceOptions options) {
    super("cellwall:edge:EdgeRole", plan.name(), options);
    Role role =
        new Role(
            plan.name(),
            RoleArgs.builder()
                .name(plan.name())
                .assumeRolePolicy(plan.trust().json())
                .permissionsBoundary(plan.boundary().toString())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(boundary).build());
    permissions =
        new RolePolicy(
            plan.name(),
            RolePolicyArgs.builder()
                .name(plan.name())
                .role(plan.name())
                .policy(plan.permissions().json())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(role).build());
    registerOutputs(Map.of());
  }

  /** What must be there before anybody works as the role. */
  public Resource ready() {
    return permissions;
  }
}
