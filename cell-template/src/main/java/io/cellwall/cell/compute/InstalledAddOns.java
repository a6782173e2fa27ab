package io.cellwall.cell.compute;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.inputs.AddonPodIdentityAssociationArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.role.CellRole;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The add-ons of the cluster, with the roles of their pods. */
final class InstalledAddOns extends ComponentResource {

  private final ComputePlan plan;
  private final Cluster cluster;
  private final HostedZone hostedZone;
  private final Policy boundary;

  InstalledAddOns(
      ComputePlan plan,
      Cluster cluster,
      HostedZone hostedZone,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:AddOns", plan.cluster().name(), options);
    this.plan = plan;
    this.cluster = cluster;
    this.hostedZone = hostedZone;
    this.boundary = boundary;
    registerOutputs(Map.of());
  }

  /** Installs those of a stage, each after these resources. */
  List<Resource> install(AddOnPlan.Stage stage, List<Resource> after) {
    List<Resource> made = new ArrayList<>(after);
    plan.addOns().stream()
        .filter(addOn -> addOn.stage() == stage)
        .map(addOn -> addOn(addOn, after))
        .forEach(made::add);
    return made;
  }

  private Addon addOn(AddOnPlan addOn, List<Resource> after) {
    AddonArgs.Builder args =
        AddonArgs.builder()
            .clusterName(cluster.id())
            .addonName(addOn.name())
            .addonVersion(addOn.version())
            .resolveConflictsOnCreate("OVERWRITE")
            .resolveConflictsOnUpdate("OVERWRITE")
            .tags(Map.of("Name", addOn.resource()));
    addOn.configuration().ifPresent(args::configurationValues);
    List<Resource> before = new ArrayList<>(after);
    addOn.pods().ifPresent(pods -> before.addAll(pods(args, addOn, pods)));
    return new Addon(
        addOn.resource(),
        args.build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(before.toArray(Resource[]::new))
            .build());
  }

  private List<Resource> pods(AddonArgs.Builder args, AddOnPlan addOn, PodRolePlan pods) {
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();
    CellRole role =
        addOn
            .onHostedZone()
            .map(statement -> permissions(pods, statement))
            .map(permissions -> new CellRole(pods.role(), permissions, boundary, child))
            .orElseGet(() -> new CellRole(pods.role(), boundary, child));
    args.podIdentityAssociations(
        AddonPodIdentityAssociationArgs.builder()
            .serviceAccount(pods.account().name())
            .roleArn(pods.role().arn().toString())
            .build());
    return List.of(role.complete());
  }

  private Output<String> permissions(PodRolePlan pods, Statement onHostedZone) {
    PolicyDocument others = pods.role().permissions().orElseThrow();
    return hostedZone.arn().applyValue(arn -> others.with(onHostedZone.on(arn)).json());
  }
}
