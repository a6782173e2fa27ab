package io.cellwall.cell.compute;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.role.CellRole;
import io.cellwall.cell.role.PodRolePlan;
import java.util.Map;
import java.util.Optional;

/** A role of pods, and its association with their service account. */
public final class PodRole extends ComponentResource {

  /**
   * Makes role and association.
   *
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public PodRole(
      PodRolePlan plan, Cluster cluster, Policy boundary, ComponentResourceOptions options) {
    this(plan, Optional.empty(), cluster, boundary, options);
  }

  /**
   * Makes a role whose permissions name something that AWS makes up, and its association.
   *
   * @param permissions the whole policy, in place of what the plan has
   */
  public PodRole(
      PodRolePlan plan,
      Output<String> permissions,
      Cluster cluster,
      Policy boundary,
      ComponentResourceOptions options) {
    this(plan, Optional.of(permissions), cluster, boundary, options);
  }

  private PodRole(
      PodRolePlan plan,
      Optional<Output<String>> permissions,
      Cluster cluster,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:PodRole", plan.role().name(), options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();
    CellRole role =
        permissions
            .map(policy -> new CellRole(plan.role(), policy, boundary, child))
            .orElseGet(() -> new CellRole(plan.role(), boundary, child));
    new PodIdentityAssociation(
        plan.role().name(),
        PodIdentityAssociationArgs.builder()
            .clusterName(cluster.id())
            .namespace(plan.account().namespace())
            .serviceAccount(plan.account().name())
            .roleArn(plan.role().arn().toString())
            .tags(Map.of("Name", plan.role().name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(role.complete()).build());
    registerOutputs(Map.of());
  }
}
