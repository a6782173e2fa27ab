package io.cellwall.edge.region;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.util.Map;

/** Who may speak to whom: everybody to the entry, the entry to the routers, these to endpoints. */
final class EdgeSecurityGroups extends ComponentResource {

  private static final int HTTPS = 443;

  private final String name;
  private final SecurityGroup entry;
  private final SecurityGroup routers;
  private final SecurityGroup endpoints;

  EdgeSecurityGroups(String name, Output<String> vpcId, ComponentResourceOptions options) {
    super("cellwall:edge:EdgeSecurityGroups", name, options);
    this.name = name;
    entry = group("entry", "Requests from the accelerator", vpcId);
    routers = group("routers", "Requests from the load balancer", vpcId);
    endpoints = group("endpoints", "Requests from the routers", vpcId);
    // The accelerator keeps the client's address, so clients are whom the group sees.
    new SecurityGroupIngressRule(
        name + "-clients",
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(entry.id())
            .cidrIpv4("0.0.0.0/0")
            .ipProtocol("tcp")
            .fromPort(HTTPS)
            .toPort(HTTPS)
            .tags(Map.of("Name", name + "-clients"))
            .build(),
        child());
    pair("entry-to-routers", entry, routers, EntryPlan.ROUTER_PORT);
    pair("routers-to-endpoints", routers, endpoints, HTTPS);
    registerOutputs(Map.of());
  }

  /** Lets the routers out by a gateway endpoint. */
  void letRoutersOut(ServiceEndpointPlan plan, VpcEndpoint endpoint) {
    new SecurityGroupEgressRule(
        plan.name(),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(routers.id())
            .prefixListId(Tied.to(endpoint, endpoint.prefixListId()))
            .ipProtocol("tcp")
            .fromPort(HTTPS)
            .toPort(HTTPS)
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
  }

  private SecurityGroup group(String part, String description, Output<String> vpcId) {
    String full = name + "-" + part;
    return new SecurityGroup(
        full,
        SecurityGroupArgs.builder()
            .name(full)
            .description(description)
            .vpcId(vpcId)
            .tags(Map.of("Name", full))
            .build(),
        child());
  }

  private void pair(String part, SecurityGroup from, SecurityGroup to, int port) {
    String full = name + "-" + part;
    new SecurityGroupEgressRule(
        full,
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(from.id())
            .referencedSecurityGroupId(to.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .tags(Map.of("Name", full))
            .build(),
        child());
    new SecurityGroupIngressRule(
        full,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(to.id())
            .referencedSecurityGroupId(from.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .tags(Map.of("Name", full))
            .build(),
        child());
  }

  Output<String> entry() {
    return entry.id();
  }

  Output<String> routers() {
    return routers.id();
  }

  Output<String> endpoints() {
    return endpoints.id();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
