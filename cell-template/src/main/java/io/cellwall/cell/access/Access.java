package io.cellwall.cell.access;

import com.pulumi.aws.iam.Policy;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.cell.compute.ClusterAccess;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.compute.PodRole;
import io.cellwall.cell.role.CellRole;
import java.util.Map;

/** The roles of people and pods, as their plan says. */
public final class Access extends ComponentResource {

  /**
   * Makes the roles.
   *
   * @param name the component's name
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public Access(
      String name,
      AccessPlan plan,
      Compute compute,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Access", name, options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    for (AccessPlan.PersonRole person : plan.people()) {
      CellRole role = new CellRole(person.role(), boundary, part);
      new ClusterAccess(person.cluster(), compute.cluster(), role, part);
    }
    plan.pods().forEach(pods -> new PodRole(pods, compute.cluster(), boundary, part));
    registerOutputs(Map.of());
  }
}
