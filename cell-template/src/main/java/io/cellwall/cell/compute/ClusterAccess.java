package io.cellwall.cell.compute;

import com.pulumi.aws.eks.AccessEntry;
import com.pulumi.aws.eks.AccessEntryArgs;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.role.CellRole;
import java.util.Map;

/** A role of the cell that may call the API of its cluster. */
public final class ClusterAccess extends ComponentResource {

  private final AccessPolicyAssociation association;

  /**
   * Admits the role.
   *
   * @param role the role whose ARN the plan gives
   */
  public ClusterAccess(
      ClusterAccessPlan plan, Cluster cluster, CellRole role, ComponentResourceOptions options) {
    super("cellwall:cell:ClusterAccess", plan.name(), options);
    // EKS refuses a principal that IAM does not know.
    AccessEntry entry =
        new AccessEntry(
            plan.name(),
            AccessEntryArgs.builder()
                .clusterName(cluster.id())
                .principalArn(plan.principal().toString())
                .type("STANDARD")
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(role.complete()).build());
    association =
        new AccessPolicyAssociation(
            plan.name(),
            AccessPolicyAssociationArgs.builder()
                .clusterName(cluster.id())
                .principalArn(plan.principal().toString())
                .policyArn(plan.policy().toString())
                .accessScope(
                    AccessPolicyAssociationAccessScopeArgs.builder().type("cluster").build())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(entry).build());
    registerOutputs(Map.of());
  }

  /** From when on the role is admitted. */
  public Resource effective() {
    return association;
  }
}
