package io.cellwall.cell.network;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** The cell's interface endpoints. */
final class InterfaceEndpoints extends ComponentResource {

  InterfaceEndpoints(
      String name,
      List<InterfaceEndpointPlan> plans,
      Vpc vpc,
      Output<List<String>> subnetIds,
      Output<String> securityGroupId,
      ComponentResourceOptions options) {
    super("cellwall:cell:InterfaceEndpoints", name, options);
    for (InterfaceEndpointPlan plan : plans) {
      new VpcEndpoint(
          plan.name(),
          VpcEndpointArgs.builder()
              .vpcId(vpc.id())
              .vpcEndpointType("Interface")
              .serviceName(plan.serviceName())
              .subnetIds(subnetIds)
              .securityGroupIds(securityGroupId.applyValue(List::of))
              .privateDnsEnabled(true)
              .policy(plan.policy().json())
              .tags(Map.of("Name", plan.name()))
              .build(),
          CustomResourceOptions.builder().parent(this).build());
    }
    registerOutputs(Map.of());
  }
}
