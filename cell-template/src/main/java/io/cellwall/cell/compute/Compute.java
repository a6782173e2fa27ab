package io.cellwall.cell.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ebs.DefaultKmsKey;
import com.pulumi.aws.ebs.DefaultKmsKeyArgs;
import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.EncryptionByDefaultArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.role.CellRole;
import io.cellwall.wiring.Tied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cell's cluster, as its plan says. Cluster and log group are protected. */
public final class Compute extends ComponentResource {

  private final ComputePlan plan;
  private final Keys keys;
  private final Cluster cluster;
  private final List<Resource> ready = new ArrayList<>();

  /**
   * Makes the cluster.
   *
   * @param name the component's name
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public Compute(
      String name,
      ComputePlan plan,
      Network network,
      HostedZone hostedZone,
      Keys keys,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Compute", name, options);
    this.plan = plan;
    this.keys = keys;
    Resource[] volumes = encryptVolumes();
    LogGroup logGroup = logGroup();
    CellRole clusterRole = new CellRole(plan.cluster().role(), boundary, part());
    CellRole nodeRole = new CellRole(plan.nodes().role(), boundary, part());
    Stream<Resource> before =
        Stream.of(
                Stream.of(volumes),
                Stream.of(logGroup),
                Stream.of(clusterRole.complete()),
                Stream.of(nodeRole.complete()))
            .flatMap(resources -> resources);
    cluster =
        new Cluster(
            plan.cluster().resource(),
            ClusterArguments.of(plan, network, keys),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(true)
                .dependsOn(before.toArray(Resource[]::new))
                .build());
    network.securityGroups().standIn(plan.clusterGroup(), Part.NODES, securityGroupId());
    InstalledAddOns addOns = new InstalledAddOns(plan, cluster, hostedZone, boundary, part());
    List<Resource> beforeNodes = addOns.install(AddOnPlan.Stage.BEFORE_NODES, List.of(cluster));
    List<Resource> nodes =
        plan.nodes()
            .choose(
                autoMode -> beforeNodes,
                groups ->
                    new ManagedNodes(plan, groups, cluster, network, keys, beforeNodes, part())
                        .groups());
    ready.addAll(nodes);
    ready.addAll(addOns.install(AddOnPlan.Stage.AFTER_NODES, nodes));
    registerOutputs(Map.of());
  }

  /** The cluster: what names it by the plan's text depends on it. */
  public Cluster cluster() {
    return cluster;
  }

  /** All that must be there before the cluster can run something. */
  public Resource[] ready() {
    return ready.toArray(Resource[]::new);
  }

  // The group that EKS makes for the cluster: its API is in it, and Auto Mode's nodes, with every
  // port open among them.
  private Output<String> securityGroupId() {
    return Tied.to(
        cluster,
        cluster.vpcConfig().applyValue(config -> config.clusterSecurityGroupId().orElseThrow()));
  }

  // The account is the cell's alone, so its settings are too. They hold for the volumes of Auto
  // Mode's nodes and for those of pods, which nothing else in this stack makes.
  private Resource[] encryptVolumes() {
    EncryptionByDefault always =
        new EncryptionByDefault(
            plan.volumeEncryption(),
            EncryptionByDefaultArgs.builder().enabled(true).build(),
            CustomResourceOptions.builder().parent(this).build());
    DefaultKmsKey key =
        new DefaultKmsKey(
            plan.volumeEncryption(),
            DefaultKmsKeyArgs.builder().keyArn(keys.arn(KeyPurpose.DATA)).build(),
            CustomResourceOptions.builder().parent(this).build());
    return new Resource[] {always, key};
  }

  // Made before the cluster: else EKS makes it, without a key and for ever.
  private LogGroup logGroup() {
    return new LogGroup(
        plan.cluster().resource(),
        LogGroupArgs.builder()
            .name(plan.cluster().logGroup())
            .kmsKeyId(keys.arn(KeyPurpose.LOGS))
            .retentionInDays(plan.cluster().logRetentionDays())
            .tags(Map.of("Name", plan.cluster().resource()))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).build());
  }

  private ComponentResourceOptions part() {
    return ComponentResourceOptions.builder().parent(this).build();
  }
}
