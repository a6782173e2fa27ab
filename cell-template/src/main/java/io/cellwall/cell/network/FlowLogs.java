package io.cellwall.cell.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** The VPC's flow log with its log group and role. The log group is protected. */
final class FlowLogs extends ComponentResource {

  FlowLogs(
      FlowLogPlan plan,
      Vpc vpc,
      Output<String> logsKeyArn,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:FlowLogs", plan.name(), options);
    LogGroup logGroup =
        new LogGroup(
            plan.name(),
            LogGroupArgs.builder()
                .name(plan.logGroup())
                .kmsKeyId(logsKeyArn)
                .retentionInDays(plan.retentionDays())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    Role role =
        new Role(
            plan.role(),
            RoleArgs.builder()
                .name(plan.role())
                .assumeRolePolicy(plan.trust().json())
                .permissionsBoundary(plan.boundary().toString())
                .tags(Map.of("Name", plan.role()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(boundary).build());
    RolePolicy permissions =
        new RolePolicy(
            plan.role(),
            RolePolicyArgs.builder()
                .name(plan.role())
                .role(plan.role())
                .policy(plan.permissions().json())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(role).build());
    new FlowLog(
        plan.name(),
        FlowLogArgs.builder()
            .vpcId(vpc.id())
            .trafficType("ALL")
            .maxAggregationInterval(60)
            .logDestinationType("cloud-watch-logs")
            .logDestination(plan.logGroupArn().toString())
            .iamRoleArn(plan.roleArn().toString())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(logGroup, permissions).build());
    registerOutputs(Map.of());
  }
}
