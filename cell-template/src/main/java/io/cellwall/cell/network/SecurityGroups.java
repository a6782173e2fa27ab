package io.cellwall.cell.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
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
import java.util.EnumMap;
import java.util.Map;

/**
 * The security groups of the cell's parts.
 *
 * <p>Rules are resources of their own, because groups name each other in both directions.
 */
public final class SecurityGroups extends ComponentResource {

  private final Map<Part, SecurityGroup> groups = new EnumMap<>(Part.class);

  SecurityGroups(
      String name,
      SecurityGroupsPlan plan,
      Vpc vpc,
      Map<String, VpcEndpoint> gatewayEndpoints,
      ComponentResourceOptions options) {
    super("cellwall:cell:SecurityGroups", name, options);
    plan.groups().forEach(group -> groups.put(group.part(), group(group, vpc)));
    plan.links().forEach(this::link);
    plan.ways().forEach(way -> way(way, gatewayEndpoints));
    plan.entries().forEach(this::entry);
    plan.exits().forEach(this::exit);
    registerOutputs(Map.of());
  }

  /** The id of a part's group. */
  public Output<String> id(Part part) {
    SecurityGroup group = groups.get(part);
    if (group == null) {
      throw new IllegalArgumentException("the plan has no security group for " + part);
    }
    return group.id();
  }

  private SecurityGroup group(SecurityGroupsPlan.Group plan, Vpc vpc) {
    return new SecurityGroup(
        plan.name(),
        SecurityGroupArgs.builder()
            .name(plan.name())
            .description(plan.description())
            .vpcId(vpc.id())
            .revokeRulesOnDelete(true)
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
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

  private void way(SecurityGroupsPlan.Way way, Map<String, VpcEndpoint> gatewayEndpoints) {
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
    return CustomResourceOptions.builder().parent(this).build();
  }
}
