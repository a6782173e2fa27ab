package io.cellwall.cell.network;

import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.wiring.Tied;
import java.util.Map;

/** Makes the rules of a plan, among these groups. */
final class SecurityGroupRules {

  private final Resource parent;
  private final Map<Part, Output<String>> groups;
  private final Map<String, VpcEndpoint> gatewayEndpoints;

  SecurityGroupRules(
      Resource parent,
      Map<Part, Output<String>> groups,
      Map<String, VpcEndpoint> gatewayEndpoints) {
    this.parent = parent;
    this.groups = groups;
    this.gatewayEndpoints = gatewayEndpoints;
  }

  void make(SecurityGroupsPlan plan) {
    plan.links().forEach(this::link);
    plan.ways().forEach(this::way);
    plan.entries().forEach(this::entry);
    plan.exits().forEach(this::exit);
  }

  private Output<String> id(Part part) {
    Output<String> group = groups.get(part);
    if (group == null) {
      throw new IllegalArgumentException("the plan has no security group for " + part);
    }
    return group;
  }

  private void link(SecurityGroupsPlan.Link link) {
    egress(
        link.egress(),
        link.from(),
        link.ports(),
        SecurityGroupEgressRuleArgs.builder().referencedSecurityGroupId(id(link.to())));
    ingress(
        link.ingress(),
        link.to(),
        link.ports(),
        SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(id(link.from())));
  }

  private void way(SecurityGroupsPlan.Way way) {
    VpcEndpoint endpoint = gatewayEndpoints.get(way.endpoint());
    if (endpoint == null) {
      throw new IllegalArgumentException("no gateway endpoint " + way.endpoint());
    }
    egress(
        way.name(),
        way.from(),
        way.ports(),
        SecurityGroupEgressRuleArgs.builder()
            .prefixListId(Tied.to(endpoint, endpoint.prefixListId())));
  }

  private void entry(SecurityGroupsPlan.Entry entry) {
    ingress(
        entry.name(),
        entry.to(),
        entry.ports(),
        SecurityGroupIngressRuleArgs.builder().cidrIpv4(entry.from().toString()));
  }

  private void exit(SecurityGroupsPlan.Exit exit) {
    egress(
        exit.name(),
        exit.from(),
        exit.ports(),
        SecurityGroupEgressRuleArgs.builder().cidrIpv4(exit.to().toString()));
  }

  private void ingress(
      String name, Part part, Ports ports, SecurityGroupIngressRuleArgs.Builder args) {
    args.securityGroupId(id(part)).ipProtocol(ports.protocol()).tags(Map.of("Name", name));
    ports.range().ifPresent(range -> args.fromPort(range.first()).toPort(range.last()));
    new SecurityGroupIngressRule(name, args.build(), child());
  }

  private void egress(
      String name, Part part, Ports ports, SecurityGroupEgressRuleArgs.Builder args) {
    args.securityGroupId(id(part)).ipProtocol(ports.protocol()).tags(Map.of("Name", name));
    ports.range().ifPresent(range -> args.fromPort(range.first()).toPort(range.last()));
    new SecurityGroupEgressRule(name, args.build(), child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(parent).build();
  }
}
