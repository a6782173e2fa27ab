package io.cellwall.cell.data;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.elasticache.UserGroup;
import com.pulumi.aws.elasticache.UserGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.aws.elasticache.inputs.UserAuthenticationModeArgs;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cell's cache, as its plan says. It is not protected: what it holds can be made again. */
public final class Cache extends ComponentResource {

  private static final String ENGINE = "valkey";

  private final CachePlan plan;
  private final ReplicationGroup group;

  /**
   * Makes the cache.
   *
   * @param logGroups what must be there before it logs
   */
  Cache(
      CachePlan plan,
      Network network,
      Keys keys,
      Resource[] logGroups,
      ComponentResourceOptions options) {
    super("cellwall:cell:Cache", plan.name(), options);
    this.plan = plan;
    Stream<Resource> before = Stream.of(subnetGroup(network), parameterGroup(), userGroup());
    group =
        new ReplicationGroup(
            plan.name(),
            ReplicationGroupArgs.builder()
                .replicationGroupId(plan.name())
                .description(plan.description())
                .engine(ENGINE)
                .engineVersion(plan.engineVersion())
                .nodeType(plan.nodeType())
                .numCacheClusters(plan.nodes())
                .automaticFailoverEnabled(true)
                .multiAzEnabled(true)
                .port(plan.port())
                .subnetGroupName(plan.name())
                .parameterGroupName(plan.name())
                .securityGroupIds(securityGroups(network))
                .userGroupIds(plan.userGroup())
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .kmsKeyId(keys.arn(KeyPurpose.DATA))
                .snapshotRetentionLimit(plan.snapshotDays())
                .snapshotWindow(plan.upkeep().backup())
                .maintenanceWindow(plan.upkeep().maintenance())
                .finalSnapshotIdentifier(plan.finalSnapshot())
                .autoMinorVersionUpgrade(false)
                .applyImmediately(false)
                .logDeliveryConfigurations(plan.logs().stream().map(Cache::log).toList())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(Stream.concat(before, Arrays.stream(logGroups)).toArray(Resource[]::new))
                .build());
    registerOutputs(Map.of());
  }

  /** Host name of the primary. */
  Output<String> endpoint() {
    return Tied.to(group, group.primaryEndpointAddress());
  }

  private UserGroup userGroup() {
    Resource[] users = plan.users().stream().map(this::user).toArray(Resource[]::new);
    return new UserGroup(
        plan.userGroup(),
        UserGroupArgs.builder()
            .userGroupId(plan.userGroup())
            .engine(ENGINE)
            .userIds(plan.users().stream().map(CachePlan.User::name).toList())
            .tags(Map.of("Name", plan.userGroup()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(users).build());
  }

  private User user(CachePlan.User user) {
    return new User(
        user.name(),
        UserArgs.builder()
            .userId(user.name())
            .userName(user.name())
            .engine(ENGINE)
            .accessString(user.access())
            .authenticationMode(UserAuthenticationModeArgs.builder().type("iam").build())
            .tags(Map.of("Name", user.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
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

  private ParameterGroup parameterGroup() {
    return new ParameterGroup(
        plan.name(),
        ParameterGroupArgs.builder()
            .name(plan.name())
            .family(plan.family())
            .description(plan.description())
            .parameters(
                plan.parameters().entrySet().stream()
                    .map(
                        parameter ->
                            ParameterGroupParameterArgs.builder()
                                .name(parameter.getKey())
                                .value(parameter.getValue())
                                .build())
                    .toList())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private static ReplicationGroupLogDeliveryConfigurationArgs log(CachePlan.Log log) {
    return ReplicationGroupLogDeliveryConfigurationArgs.builder()
        .logType(log.type())
        .logFormat("json")
        .destinationType("cloudwatch-logs")
        .destination(log.group())
        .build();
  }

  private static Output<List<String>> securityGroups(Network network) {
    return Output.all(network.securityGroups().id(Part.CACHE));
  }
}
