package io.cellwall.edge.region;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routers' network, its security groups and its endpoints to AWS's services. */
final class EdgeNetwork extends ComponentResource {

  private final EdgeNetworkPlan plan;
  private final Vpc vpc;
  private final Map<String, Subnet> subnets = new LinkedHashMap<>();
  private final InternetGateway gateway;
  private final EdgeSecurityGroups groups;
  private final List<Resource> ways = new ArrayList<>();

  EdgeNetwork(String name, EdgeNetworkPlan plan, ComponentResourceOptions options) {
    super("cellwall:edge:EdgeNetwork", name, options);
    this.plan = plan;
    vpc =
        new Vpc(
            plan.name(),
            VpcArgs.builder()
                .cidrBlock(plan.cidr().toString())
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(Map.of("Name", plan.name()))
                .build(),
            child());
    new DefaultSecurityGroup(
        plan.name(),
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .ingress(List.of())
            .egress(List.of())
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
    // The accelerator reaches a load balancer without public addresses only in a VPC that has one.
    gateway =
        new InternetGateway(
            plan.internetGateway(),
            InternetGatewayArgs.builder()
                .vpcId(vpc.id())
                .tags(Map.of("Name", plan.internetGateway()))
                .build(),
            child());
    RouteTable routes = routes(name);
    plan.subnets().forEach(subnet -> subnets.put(subnet.name(), subnet(subnet, routes)));
    groups =
        new EdgeSecurityGroups(
            name, vpc.id(), ComponentResourceOptions.builder().parent(this).build());
    plan.endpoints().forEach(endpoint -> ways.add(endpoint(endpoint, routes)));
    registerOutputs(Map.of());
  }

  private RouteTable routes(String name) {
    return new RouteTable(
        name,
        RouteTableArgs.builder()
            .vpcId(vpc.id())
            .routes(List.of())
            .tags(Map.of("Name", name))
            .build(),
        child());
  }

  private Subnet subnet(EdgeNetworkPlan.Subnet each, RouteTable routes) {
    Subnet subnet =
        new Subnet(
            each.name(),
            SubnetArgs.builder()
                .vpcId(vpc.id())
                .availabilityZoneId(each.availabilityZone().toString())
                .cidrBlock(each.cidr().toString())
                .mapPublicIpOnLaunch(false)
                .tags(Map.of("Name", each.name()))
                .build(),
            child());
    new RouteTableAssociation(
        each.name(),
        RouteTableAssociationArgs.builder().subnetId(subnet.id()).routeTableId(routes.id()).build(),
        child());
    return subnet;
  }

  private VpcEndpoint endpoint(ServiceEndpointPlan each, RouteTable routes) {
    VpcEndpointArgs.Builder arguments =
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .serviceName(each.serviceName())
            .policy(each.policy().json())
            .tags(Map.of("Name", each.name()));
    if (each.gateway()) {
      arguments.vpcEndpointType("Gateway").routeTableIds(routes.id().applyValue(List::of));
    } else {
      arguments
          .vpcEndpointType("Interface")
          .privateDnsEnabled(true)
          .subnetIds(subnetIds(EdgeTier.ENDPOINTS))
          .securityGroupIds(groups.endpoints().applyValue(List::of));
    }
    VpcEndpoint endpoint = new VpcEndpoint(each.name(), arguments.build(), child());
    if (each.gateway()) {
      groups.letRoutersOut(each, endpoint);
    }
    return endpoint;
  }

  /** The VPC. */
  Vpc vpc() {
    return vpc;
  }

  /** The security groups. */
  EdgeSecurityGroups groups() {
    return groups;
  }

  /** The ways out, and the gateway that the accelerator asks for. */
  List<Resource> ways() {
    List<Resource> all = new ArrayList<>(ways);
    all.add(gateway);
    return List.copyOf(all);
  }

  /** The ids of a tier's subnets. */
  Output<List<String>> subnetIds(EdgeTier tier) {
    return subnetIds(
        plan.subnets().stream()
            .filter(subnet -> subnet.tier().equals(tier.part()))
            .map(EdgeNetworkPlan.Subnet::name)
            .toList());
  }

  /** The ids of subnets by name. */
  Output<List<String>> subnetIds(List<String> names) {
    return Output.all(names.stream().map(name -> requireNonNull(subnets.get(name)).id()).toList());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
