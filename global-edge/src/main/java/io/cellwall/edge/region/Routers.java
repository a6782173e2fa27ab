package io.cellwall.edge.region;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.edge.EdgeRole;
import io.cellwall.edge.proxy.ProxyPlan;
import io.cellwall.wiring.Tied;
import io.cellwall.wiring.bucket.PrivateBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routers as a service, with their registry, their roles and the bucket of snapshots. */
final class Routers extends ComponentResource {

  Routers(
      RoutersPlan plan,
      EdgeNetwork network,
      Entry entry,
      Output<String> logsKeyArn,
      Output<String> dataKeyArn,
      com.pulumi.aws.iam.Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:edge:Routers", plan.name(), options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    List<Resource> before = new ArrayList<>(network.ways());
    for (String name : plan.repositories()) {
      repository(name, dataKeyArn);
    }
    before.add(EdgeLogs.group(plan.name(), plan.logGroup(), logsKeyArn, this));
    before.add(new EdgeRole(plan.starter(), boundary, part).ready());
    before.add(new EdgeRole(plan.router(), boundary, part).ready());
    PrivateBucket snapshots = new PrivateBucket(plan.snapshots(), Optional.of(dataKeyArn), part);
    before.add(told("routes", RoutesPlan.OBJECT, plan.routes().json(), plan, snapshots));
    before.add(
        told("proxy-clusters", ProxyPlan.CLUSTERS, plan.proxy().clusters(), plan, snapshots));
    before.add(told("proxy-routes", ProxyPlan.ROUTES, plan.proxy().routes(), plan, snapshots));
    Cluster cluster =
        new Cluster(
            plan.name(),
            ClusterArgs.builder()
                .name(plan.name())
                .settings(
                    ClusterSettingArgs.builder().name("containerInsights").value("enabled").build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            child());
    entry.listener().ifPresent(before::add);
    // A service may use a target group only once a listener forwards to it.
    if (entry.listener().isPresent()) {
      plan.task().ifPresent(task -> run(plan, task, cluster, network, entry, before));
    }
    registerOutputs(Map.of());
  }

  private BucketObjectv2 told(
      String part, String object, String text, RoutersPlan plan, PrivateBucket snapshots) {
    return new BucketObjectv2(
        plan.name() + "-" + part,
        BucketObjectv2Args.builder()
            .bucket(snapshots.id())
            .key(object)
            .contentType("application/json")
            .content(text)
            .build(),
        child());
  }

  private void repository(String name, Output<String> keyArn) {
    new Repository(
        name.replace('/', '-'),
        RepositoryArgs.builder()
            .name(name)
            .imageTagMutability("IMMUTABLE")
            .imageScanningConfiguration(
                RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
            .encryptionConfigurations(
                RepositoryEncryptionConfigurationArgs.builder()
                    .encryptionType("KMS")
                    .kmsKey(keyArn)
                    .build())
            .forceDelete(false)
            .tags(Map.of("Name", name.replace('/', '-')))
            .build(),
        child());
  }

  private void run(
      RoutersPlan plan,
      RoutersPlan.Task task,
      Cluster cluster,
      EdgeNetwork network,
      Entry entry,
      List<Resource> before) {
    TaskDefinition definition =
        new TaskDefinition(
            plan.name(),
            TaskDefinitionArgs.builder()
                .family(plan.name())
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu(task.cpu())
                .memory(task.memory())
                .runtimePlatform(
                    TaskDefinitionRuntimePlatformArgs.builder()
                        .cpuArchitecture("ARM64")
                        .operatingSystemFamily("LINUX")
                        .build())
                .executionRoleArn(plan.starter().arn().toString())
                .taskRoleArn(plan.router().arn().toString())
                .containerDefinitions(task.containers())
                .volumes(TaskDefinitionVolumeArgs.builder().name(ContainersPlan.SHARED).build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(before.toArray(Resource[]::new))
                .build());
    Service service =
        new Service(
            plan.name(),
            ServiceArgs.builder()
                .name(plan.name())
                .cluster(cluster.id())
                .taskDefinition(Tied.to(definition, definition.arn()))
                .launchType("FARGATE")
                .desiredCount(task.fewest())
                .availabilityZoneRebalancing("ENABLED")
                .deploymentMinimumHealthyPercent(100)
                .deploymentMaximumPercent(200)
                .deploymentCircuitBreaker(
                    ServiceDeploymentCircuitBreakerArgs.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                // The proxy starts after the service beside it, which must first know the cells.
                .healthCheckGracePeriodSeconds(120)
                .enableExecuteCommand(false)
                .networkConfiguration(
                    ServiceNetworkConfigurationArgs.builder()
                        .assignPublicIp(false)
                        .subnets(network.subnetIds(EdgeTier.ROUTERS))
                        .securityGroups(network.groups().routers().applyValue(List::of))
                        .build())
                .loadBalancers(
                    ServiceLoadBalancerArgs.builder()
                        .targetGroupArn(entry.targetGroup())
                        .containerName("envoy")
                        .containerPort(EntryPlan.ROUTER_PORT)
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            // Autoscaling has the last word on the number.
            CustomResourceOptions.builder()
                .parent(this)
                .ignoreChanges(List.of("desiredCount"))
                .dependsOn(before.toArray(Resource[]::new))
                .build());
    scale(plan, task, service);
  }

  private void scale(RoutersPlan plan, RoutersPlan.Task task, Service service) {
    String resource = "service/" + plan.name() + "/" + plan.name();
    Target target =
        new Target(
            plan.name(),
            TargetArgs.builder()
                .serviceNamespace("ecs")
                .resourceId(resource)
                .scalableDimension("ecs:service:DesiredCount")
                .minCapacity(task.fewest())
                .maxCapacity(task.most())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(service).build());
    new Policy(
        plan.name(),
        PolicyArgs.builder()
            .name(plan.name())
            .policyType("TargetTrackingScaling")
            .serviceNamespace("ecs")
            .resourceId(resource)
            .scalableDimension("ecs:service:DesiredCount")
            .targetTrackingScalingPolicyConfiguration(
                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                    .targetValue(task.cpuTarget())
                    .scaleOutCooldown(60)
                    .scaleInCooldown(300)
                    .predefinedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                            .builder()
                            .predefinedMetricType("ECSServiceAverageCPUUtilization")
                            .build())
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(target).build());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
