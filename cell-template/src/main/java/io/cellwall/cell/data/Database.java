package io.cellwall.cell.data;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.GlobalCluster;
import com.pulumi.aws.rds.GlobalClusterArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cell's database, as its plan says. Cluster and instances are protected. */
public final class Database extends ComponentResource {

  private static final String ENGINE = "aurora-postgresql";

  private final DatabasePlan plan;
  private final Keys keys;
  private final Cluster cluster;

  /**
   * Makes the database.
   *
   * @param logGroups what must be there before it logs
   */
  Database(
      DatabasePlan plan,
      Network network,
      Keys keys,
      Resource[] logGroups,
      ComponentResourceOptions options) {
    super("cellwall:cell:Database", plan.name(), options);
    this.plan = plan;
    this.keys = keys;
    Stream<Resource> before =
        Stream.concat(Stream.of(subnetGroup(network), parameterGroup()), global().stream());
    ClusterArgs.Builder arguments = arguments(network);
    owner(arguments);
    plan.role().global().ifPresent(arguments::globalClusterIdentifier);
    cluster =
        new Cluster(
            plan.name(),
            arguments.build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(true)
                .dependsOn(Stream.concat(before, Arrays.stream(logGroups)).toArray(Resource[]::new))
                .build());
    IntStream.range(0, plan.instances().size()).forEach(tier -> instance(tier, network));
    registerOutputs(Map.of());
  }

  /** The cluster: what names it by the plan's text depends on it. */
  public Cluster cluster() {
    return cluster;
  }

  private ClusterArgs.Builder arguments(Network network) {
    ClusterArgs.Builder arguments =
        ClusterArgs.builder()
            .clusterIdentifier(plan.name())
            .engine(ENGINE)
            .engineMode("provisioned")
            .engineVersion(plan.engineVersion())
            .allowMajorVersionUpgrade(false)
            .iamDatabaseAuthenticationEnabled(true)
            .enableHttpEndpoint(false)
            .port(plan.port())
            .dbSubnetGroupName(plan.name())
            .dbClusterParameterGroupName(plan.name())
            .vpcSecurityGroupIds(securityGroups(network))
            .storageEncrypted(true)
            .kmsKeyId(keys.arn(KeyPurpose.DATA))
            .backupRetentionPeriod(plan.retentionDays())
            .deleteAutomatedBackups(false)
            .preferredBackupWindow(plan.upkeep().backup())
            .preferredMaintenanceWindow(plan.upkeep().maintenance())
            .copyTagsToSnapshot(true)
            .deletionProtection(true)
            .skipFinalSnapshot(false)
            .finalSnapshotIdentifier(plan.finalSnapshot())
            .enabledCloudwatchLogsExports(plan.logExports())
            .applyImmediately(false)
            .tags(Map.of("Name", plan.name()));
    plan.capacity()
        .scaling()
        .ifPresent(
            scaling ->
                arguments.serverlessv2ScalingConfiguration(
                    ClusterServerlessv2ScalingConfigurationArgs.builder()
                        .minCapacity(scaling.least())
                        .maxCapacity(scaling.most())
                        .build()));
    return arguments;
  }

  // A copy has its owner from its source. Secrets Manager makes no password for a database that is
  // part of a global one:
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
  private void owner(ClusterArgs.Builder arguments) {
    if (plan.role() instanceof DatabaseRole.Copy) {
      return;
    }
    arguments.databaseName(plan.database()).masterUsername(plan.masterUser());
    if (plan.role() instanceof DatabaseRole.Primary) {
      OwnerPassword password =
          new OwnerPassword(
              plan.name() + "-owner",
              plan.masterUser(),
              plan.cell(),
              keys.arn(KeyPurpose.SECRETS),
              ComponentResourceOptions.builder().parent(this).build());
      arguments.masterPassword(password.text());
    } else {
      arguments
          .manageMasterUserPassword(true)
          .masterUserSecretKmsKeyId(keys.arn(KeyPurpose.SECRETS));
    }
  }

  private Optional<Resource> global() {
    return plan.role() instanceof DatabaseRole.Primary primary
        ? Optional.of(
            new GlobalCluster(
                primary.name(),
                GlobalClusterArgs.builder()
                    .globalClusterIdentifier(primary.name())
                    .engine(ENGINE)
                    .engineVersion(plan.engineVersion())
                    .databaseName(plan.database())
                    .storageEncrypted(true)
                    .deletionProtection(true)
                    .forceDestroy(false)
                    .tags(Map.of("Name", primary.name()))
                    .build(),
                CustomResourceOptions.builder().parent(this).protect(true).build()))
        : Optional.empty();
  }

  private void instance(int promotionTier, Network network) {
    DatabasePlan.Instance instance = plan.instances().get(promotionTier);
    String name = instance.identifier();
    new ClusterInstance(
        name,
        ClusterInstanceArgs.builder()
            .identifier(name)
            .clusterIdentifier(cluster.id())
            .engine(ENGINE)
            .instanceClass(plan.capacity().instanceClass())
            .availabilityZone(network.availabilityZone(Tier.DATA, instance.availabilityZone()))
            .promotionTier(promotionTier)
            .publiclyAccessible(false)
            .autoMinorVersionUpgrade(false)
            .preferredMaintenanceWindow(plan.upkeep().maintenance())
            .performanceInsightsEnabled(true)
            .performanceInsightsKmsKeyId(keys.arn(KeyPurpose.DATA))
            .performanceInsightsRetentionPeriod(plan.insightsDays())
            .copyTagsToSnapshot(true)
            .applyImmediately(false)
            .tags(Map.of("Name", name))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).build());
  }

  private SubnetGroup subnetGroup(Network network) {
    return new SubnetGroup(
        plan.name(),
        SubnetGroupArgs.builder()
            .name(plan.name())
            .description("Subnets without any way out")
            .subnetIds(network.subnetIds(Tier.DATA))
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private ClusterParameterGroup parameterGroup() {
    return new ClusterParameterGroup(
        plan.name(),
        ClusterParameterGroupArgs.builder()
            .name(plan.name())
            .family(plan.family())
            .description("TLS for every connection")
            .parameters(
                plan.parameters().entrySet().stream()
                    .map(
                        parameter ->
                            ClusterParameterGroupParameterArgs.builder()
                                .name(parameter.getKey())
                                .value(parameter.getValue())
                                .applyMethod("immediate")
                                .build())
                    .toList())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private static Output<List<String>> securityGroups(Network network) {
    return Output.all(network.securityGroups().id(Part.DATABASE));
  }
}
