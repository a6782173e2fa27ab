package io.cellwall.cell.compute;

import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterComputeConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigProviderArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigElasticLoadBalancingArgs;
import com.pulumi.aws.eks.inputs.ClusterStorageConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterStorageConfigBlockStorageArgs;
import com.pulumi.aws.eks.inputs.ClusterUpgradePolicyArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterZonalShiftConfigArgs;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import io.cellwall.regions.model.Cidr;
import java.util.List;
import java.util.Map;

/** The plan of a cluster in the SDK's words. */
final class ClusterArguments {

  private ClusterArguments() {}

  static ClusterArgs of(ComputePlan plan, Network network, Keys keys) {
    ClusterPlan cluster = plan.cluster();
    ClusterArgs.Builder args =
        ClusterArgs.builder()
            .name(cluster.name())
            .version(cluster.version().toString())
            .roleArn(cluster.role().arn().toString())
            .vpcConfig(vpc(cluster.endpoint(), network))
            // Nobody is admitted because of how the cluster was made, and no ConfigMap counts.
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .authenticationMode("API")
                    .bootstrapClusterCreatorAdminPermissions(false)
                    .build())
            .encryptionConfig(
                ClusterEncryptionConfigArgs.builder()
                    .provider(
                        ClusterEncryptionConfigProviderArgs.builder()
                            .keyArn(keys.arn(KeyPurpose.SECRETS))
                            .build())
                    .resources("secrets")
                    .build())
            .enabledClusterLogTypes(cluster.logTypes())
            .bootstrapSelfManagedAddons(false)
            .zonalShiftConfig(ClusterZonalShiftConfigArgs.builder().enabled(true).build())
            // Extended support costs six times as much; the inventory's version is the plan.
            .upgradePolicy(ClusterUpgradePolicyArgs.builder().supportType("STANDARD").build())
            .tags(Map.of("Name", cluster.resource()));
    ClusterKubernetesNetworkConfigArgs.Builder services =
        ClusterKubernetesNetworkConfigArgs.builder()
            .ipFamily("ipv4")
            .serviceIpv4Cidr(cluster.serviceCidr().toString());
    return plan.nodes()
        .choose(
            autoMode -> autoMode(args, services, autoMode),
            groups -> args.kubernetesNetworkConfig(services.build()))
        .build();
  }

  // All three or none: EKS refuses a part of Auto Mode.
  private static ClusterArgs.Builder autoMode(
      ClusterArgs.Builder args,
      ClusterKubernetesNetworkConfigArgs.Builder services,
      NodesPlan.AutoMode nodes) {
    return args.computeConfig(
            ClusterComputeConfigArgs.builder()
                .enabled(true)
                .nodePools(nodes.pools())
                .nodeRoleArn(nodes.role().arn().toString())
                .build())
        .kubernetesNetworkConfig(
            services
                .elasticLoadBalancing(
                    ClusterKubernetesNetworkConfigElasticLoadBalancingArgs.builder()
                        .enabled(true)
                        .build())
                .build())
        .storageConfig(
            ClusterStorageConfigArgs.builder()
                .blockStorage(ClusterStorageConfigBlockStorageArgs.builder().enabled(true).build())
                .build());
  }

  private static ClusterVpcConfigArgs vpc(EndpointAccess endpoint, Network network) {
    List<String> blocks = endpoint.publicBlocks().stream().map(Cidr::toString).toList();
    ClusterVpcConfigArgs.Builder args =
        ClusterVpcConfigArgs.builder()
            .subnetIds(network.subnetIds(Tier.NODES))
            .securityGroupIds(network.securityGroups().id(Part.CLUSTER).applyValue(List::of))
            .endpointPrivateAccess(true)
            .endpointPublicAccess(!blocks.isEmpty());
    return blocks.isEmpty() ? args.build() : args.publicAccessCidrs(blocks).build();
  }
}
