package io.cellwall.cell.compute;

import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupNodeRepairConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The managed node groups of the cluster. */
final class ManagedNodes extends ComponentResource {

  private final List<Resource> groups;

  ManagedNodes(
      ComputePlan plan,
      NodesPlan.NodeGroups nodes,
      Cluster cluster,
      Network network,
      Keys keys,
      List<Resource> after,
      ComponentResourceOptions options) {
    super("cellwall:cell:ManagedNodes", plan.cluster().name(), options);
    LaunchTemplate template =
        template(
            nodes.template(), keys.arn(KeyPurpose.DATA), network.securityGroups().id(Part.NODES));
    Resource[] before = after.toArray(Resource[]::new);
    groups =
        nodes.groups().stream()
            .<Resource>map(
                group ->
                    new NodeGroup(
                        group.name(),
                        group(plan, nodes, group, template)
                            .clusterName(cluster.id())
                            .subnetIds(
                                network
                                    .subnetId(Tier.NODES, group.availabilityZone())
                                    .applyValue(List::of))
                            .build(),
                        // The autoscaler decides how many there are.
                        CustomResourceOptions.builder()
                            .parent(this)
                            .dependsOn(before)
                            .ignoreChanges(List.of("scalingConfig.desiredSize"))
                            .build()))
            .toList();
    registerOutputs(Map.of());
  }

  List<Resource> groups() {
    return groups;
  }

  private static NodeGroupArgs.Builder group(
      ComputePlan plan, NodesPlan.NodeGroups nodes, NodeGroupPlan group, LaunchTemplate template) {
    return NodeGroupArgs.builder()
        .nodeGroupName(group.name())
        .version(plan.cluster().version().toString())
        .nodeRoleArn(nodes.role().arn().toString())
        .amiType(nodes.template().amiType())
        .capacityType("ON_DEMAND")
        .instanceTypes(group.instanceTypes())
        .launchTemplate(
            NodeGroupLaunchTemplateArgs.builder()
                .id(template.id())
                .version(Tied.to(template, template.latestVersion()).applyValue(String::valueOf))
                .build())
        .scalingConfig(
            NodeGroupScalingConfigArgs.builder()
                .minSize(group.smallest())
                .desiredSize(group.smallest())
                .maxSize(group.largest())
                .build())
        .updateConfig(NodeGroupUpdateConfigArgs.builder().maxUnavailablePercentage(25).build())
        .nodeRepairConfig(NodeGroupNodeRepairConfigArgs.builder().enabled(true).build())
        .tags(Map.of("Name", group.name()));
  }

  private LaunchTemplate template(LaunchPlan plan, Output<String> key, Output<String> group) {
    return new LaunchTemplate(
        plan.name(),
        LaunchTemplateArgs.builder()
            .name(plan.name())
            .description("Nodes of the cell")
            .updateDefaultVersion(true)
            .userData(plan.userData())
            // With a group of our own EKS leaves its own off, which lets everything out.
            .vpcSecurityGroupIds(group.applyValue(List::of))
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .instanceMetadataTags("disabled")
                    .build())
            .blockDeviceMappings(
                volume("/dev/xvda", plan.systemGib(), key),
                volume("/dev/xvdb", plan.dataGib(), key))
            .tagSpecifications(
                Stream.of("instance", "network-interface", "volume")
                    .map(type -> tags(type, plan.name()))
                    .toList())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private static LaunchTemplateTagSpecificationArgs tags(String type, String name) {
    return LaunchTemplateTagSpecificationArgs.builder()
        .resourceType(type)
        .tags(Map.of("Name", name))
        .build();
  }

  private static LaunchTemplateBlockDeviceMappingArgs volume(
      String device, int gib, Output<String> key) {
    return LaunchTemplateBlockDeviceMappingArgs.builder()
        .deviceName(device)
        .ebs(
            LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                .volumeType("gp3")
                .volumeSize(gib)
                .encrypted("true")
                .kmsKeyId(key)
                .deleteOnTermination("true")
                .build())
        .build();
  }
}
