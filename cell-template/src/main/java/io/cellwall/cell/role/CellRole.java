package io.cellwall.cell.role;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.wiring.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A role with its permissions, under the boundary. */
public final class CellRole extends ComponentResource {

  private final RolePlan plan;
  private final Role role;
  private final List<Resource> made = new ArrayList<>();

  /**
   * Makes the role.
   *
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public CellRole(RolePlan plan, Policy boundary, ComponentResourceOptions options) {
    this(plan, plan.permissions().map(policy -> Output.of(policy.json())), boundary, options);
  }

  /**
   * Makes a role whose permissions name something that AWS makes up.
   *
   * @param permissions the whole policy, in place of what the plan has
   */
  public CellRole(
      RolePlan plan,
      Output<String> permissions,
      Policy boundary,
      ComponentResourceOptions options) {
    this(plan, Optional.of(permissions), boundary, options);
  }

  private CellRole(
      RolePlan plan,
      Optional<Output<String>> permissions,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Role", plan.name(), options);
    this.plan = plan;
    role =
        new Role(
            plan.name(),
            RoleArgs.builder()
                .name(plan.name())
                .description(plan.description())
                .assumeRolePolicy(plan.trust().json())
                .permissionsBoundary(plan.boundary().toString())
                .maxSessionDuration(plan.longestSessionSeconds())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(boundary).build());
    made.add(role);
    permissions.ifPresent(this::permit);
    plan.managedPolicies().forEach(this::attach);
    registerOutputs(Map.of());
  }

  private void permit(Output<String> policy) {
    made.add(
        new RolePolicy(
            plan.name(),
            RolePolicyArgs.builder().name(plan.name()).role(plan.name()).policy(policy).build(),
            CustomResourceOptions.builder().parent(this).dependsOn(role).build()));
  }

  private void attach(Arn policy) {
    String resource = policy.resource();
    made.add(
        new RolePolicyAttachment(
            plan.name() + "-" + resource.substring(resource.lastIndexOf('/') + 1),
            RolePolicyAttachmentArgs.builder()
                .role(plan.name())
                .policyArn(policy.toString())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(role).build()));
  }

  /** The role and all that gives it permissions: what uses the role's ARN depends on these. */
  public Resource[] complete() {
    return made.toArray(Resource[]::new);
  }
}
