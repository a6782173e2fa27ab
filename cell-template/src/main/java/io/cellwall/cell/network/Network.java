package io.cellwall.cell.network;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.ec2.DefaultNetworkAcl;
import com.pulumi.aws.ec2.DefaultNetworkAclArgs;
import com.pulumi.aws.ec2.DefaultRouteTable;
import com.pulumi.aws.ec2.DefaultRouteTableArgs;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.NetworkAclEgressArgs;
import com.pulumi.aws.ec2.inputs.NetworkAclIngressArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.wiring.Tied;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cell's network, as its plan says. */
public final class Network extends ComponentResource {

  private final NetworkPlan plan;
  private final Vpc vpc;
  private final Map<String, Subnet> subnets = new LinkedHashMap<>();
  private final SecurityGroups securityGroups;

  /**
   * Makes the network.
   *
   * @param name the component's name
   * @param logsKeyArn the key that encrypts the flow logs
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public Network(
      String name,
      NetworkPlan plan,
      Output<String> logsKeyArn,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Network", name, options);
    this.plan = plan;
    vpc =
        new Vpc(
            plan.name(),
            VpcArgs.builder()
                .cidrBlock(plan.cidr().toString())
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(named(plan.name()))
                .build(),
            child());
    plan.subnets().forEach(subnet -> subnets.put(subnet.name(), subnet(subnet)));
    emptyDefaults(plan.networkAcls().stream().map(this::networkAcl).toArray(Resource[]::new));
    Routes routes =
        new Routes(plan, vpc, subnets, ComponentResourceOptions.builder().parent(this).build());
    securityGroups =
        new SecurityGroups(
            plan.name(),
            plan.securityGroups(),
            vpc,
            routes.gatewayEndpoints(),
            ComponentResourceOptions.builder().parent(this).build());
    new InterfaceEndpoints(
        plan.name(),
        plan.interfaceEndpoints(),
        vpc,
        subnetIds(Tier.NODES),
        securityGroups.id(Part.ENDPOINTS),
        ComponentResourceOptions.builder().parent(this).build());
    new FlowLogs(
        plan.flowLog(),
        vpc,
        logsKeyArn,
        boundary,
        ComponentResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** The VPC's id. */
  public Output<String> vpcId() {
    return vpc.id();
  }

  /** The ids of a tier's subnets, in the order of their availability zones. */
  public Output<List<String>> subnetIds(Tier tier) {
    return Output.all(ids(tier));
  }

  /** The id of a tier's subnet in an availability zone. */
  public Output<String> subnetId(Tier tier, AvailabilityZoneId zone) {
    return subnet(tier, zone).id();
  }

  /**
   * The account's own name of an availability zone in which a tier has a subnet, such as {@code
   * eu-west-1b}: RDS takes no ids.
   */
  public Output<String> availabilityZone(Tier tier, AvailabilityZoneId zone) {
    Subnet subnet = subnet(tier, zone);
    return Tied.to(subnet, subnet.availabilityZone());
  }

  private Subnet subnet(Tier tier, AvailabilityZoneId zone) {
    return plan.subnets().stream()
        .filter(subnet -> subnet.tier() == tier && subnet.availabilityZone().equals(zone))
        .map(subnet -> requireNonNull(subnets.get(subnet.name())))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(plan.name() + " has no " + tier + " in " + zone));
  }

  /** The security groups of the cell's parts. */
  public SecurityGroups securityGroups() {
    return securityGroups;
  }

  private List<Output<String>> ids(Tier tier) {
    return plan.subnets().stream()
        .filter(subnet -> subnet.tier() == tier)
        .map(subnet -> requireNonNull(subnets.get(subnet.name())).id())
        .toList();
  }

  // What AWS makes with every VPC is taken over and emptied, so that nothing works by default.
  // The default ACL comes after the tiers' own, which take the subnets away from it.
  private void emptyDefaults(Resource... networkAcls) {
    new DefaultSecurityGroup(
        plan.name(),
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .ingress(List.of())
            .egress(List.of())
            .tags(named(plan.name()))
            .build(),
        child());
    new DefaultNetworkAcl(
        plan.name(),
        DefaultNetworkAclArgs.builder()
            .defaultNetworkAclId(Tied.to(vpc, vpc.defaultNetworkAclId()))
            .ingress(List.of())
            .egress(List.of())
            .tags(named(plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(networkAcls).build());
    new DefaultRouteTable(
        plan.name(),
        DefaultRouteTableArgs.builder()
            .defaultRouteTableId(Tied.to(vpc, vpc.defaultRouteTableId()))
            .routes(List.of())
            .tags(named(plan.name()))
            .build(),
        child());
  }

  private Subnet subnet(NetworkPlan.Subnet subnet) {
    return new Subnet(
        subnet.name(),
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .availabilityZoneId(subnet.availabilityZone().toString())
            .cidrBlock(subnet.cidr().toString())
            .mapPublicIpOnLaunch(false)
            .tags(named(subnet.name()))
            .build(),
        child());
  }

  private NetworkAcl networkAcl(NetworkAclPlan acl) {
    return new NetworkAcl(
        acl.name(),
        NetworkAclArgs.builder()
            .vpcId(vpc.id())
            .subnetIds(Output.all(ids(acl.tier())))
            .ingress(acl.ingress().stream().map(Network::ingress).toList())
            .egress(acl.egress().stream().map(Network::egress).toList())
            .tags(named(acl.name()))
            .build(),
        child());
  }

  private static NetworkAclIngressArgs ingress(NetworkAclPlan.Rule rule) {
    return NetworkAclIngressArgs.builder()
        .action("allow")
        .ruleNo(rule.number())
        .protocol(rule.protocol())
        .fromPort(rule.from())
        .toPort(rule.to())
        .cidrBlock(rule.cidr().toString())
        .build();
  }

  private static NetworkAclEgressArgs egress(NetworkAclPlan.Rule rule) {
    return NetworkAclEgressArgs.builder()
        .action("allow")
        .ruleNo(rule.number())
        .protocol(rule.protocol())
        .fromPort(rule.from())
        .toPort(rule.to())
        .cidrBlock(rule.cidr().toString())
        .build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  private static Map<String, String> named(String name) {
    return Map.of("Name", name);
  }
}
