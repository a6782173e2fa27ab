package io.cellwall.edge.region;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.edge.EdgeRole;
import java.util.Map;

/** The record of the routers' traffic. */
final class EdgeFlowLogs extends ComponentResource {

  EdgeFlowLogs(
      EdgeNetworkPlan.FlowLogs plan,
      Vpc vpc,
      Output<String> logsKeyArn,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:edge:EdgeFlowLogs", plan.name(), options);
    LogGroup group = EdgeLogs.group(plan.name(), plan.logGroup(), logsKeyArn, this);
    EdgeRole role =
        new EdgeRole(
            plan.role(), boundary, ComponentResourceOptions.builder().parent(this).build());
    new FlowLog(
        plan.name(),
        FlowLogArgs.builder()
            .vpcId(vpc.id())
            .trafficType("ALL")
            .maxAggregationInterval(60)
            .logDestinationType("cloud-watch-logs")
            .logDestination(plan.logGroupArn().toString())
            .iamRoleArn(plan.role().arn().toString())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(group, role.ready()).build());
    registerOutputs(Map.of());
  }
}
