package io.cellwall.cell.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where packets may go: gateways, route tables, gateway endpoints. */
final class Routes extends ComponentResource {

  private final Vpc vpc;
  private final Map<String, InternetGateway> internetGateways = new LinkedHashMap<>();
  private final Map<String, NatGateway> natGateways = new LinkedHashMap<>();
  private final Map<String, RouteTable> tables = new LinkedHashMap<>();
  private final Map<String, VpcEndpoint> gatewayEndpoints = new LinkedHashMap<>();

  Routes(NetworkPlan plan, Vpc vpc, Map<String, Subnet> subnets, ComponentResourceOptions options) {
    super("cellwall:cell:Routes", plan.name(), options);
    this.vpc = vpc;
    plan.internetGateway().ifPresent(this::internetGateway);
    plan.natGateways().forEach(nat -> natGateway(nat, named(subnets, nat.subnet())));
    plan.routeTables().forEach(this::routeTable);
    plan.subnets().forEach(subnet -> associate(subnet, named(subnets, subnet.name())));
    List<Output<String>> fromNodes =
        plan.routeTables().stream()
            .filter(table -> table.tier() == Tier.NODES)
            .map(table -> named(tables, table.name()).id())
            .toList();
    plan.gatewayEndpoints().forEach(endpoint -> endpoint(endpoint, fromNodes));
    registerOutputs(Map.of());
  }

  /** The gateway endpoints by their names. */
  Map<String, VpcEndpoint> gatewayEndpoints() {
    return Collections.unmodifiableMap(gatewayEndpoints);
  }

  private void internetGateway(String name) {
    internetGateways.put(
        name,
        new InternetGateway(
            name,
            InternetGatewayArgs.builder().vpcId(vpc.id()).tags(Map.of("Name", name)).build(),
            after()));
  }

  private void natGateway(NetworkPlan.NatGateway nat, Subnet subnet) {
    Eip address =
        new Eip(
            nat.name(),
            EipArgs.builder().domain("vpc").tags(Map.of("Name", nat.name())).build(),
            after());
    // A NAT gateway needs the internet gateway that no argument of it names.
    Resource[] way = internetGateways.values().toArray(Resource[]::new);
    natGateways.put(
        nat.name(),
        new NatGateway(
            nat.name(),
            NatGatewayArgs.builder()
                .subnetId(subnet.id())
                .allocationId(address.id())
                .connectivityType("public")
                .tags(Map.of("Name", nat.name()))
                .build(),
            after(way)));
  }

  private void routeTable(NetworkPlan.RouteTable plan) {
    RouteTable table =
        new RouteTable(
            plan.name(),
            RouteTableArgs.builder().vpcId(vpc.id()).tags(Map.of("Name", plan.name())).build(),
            after());
    tables.put(plan.name(), table);
    plan.defaultRoute().ifPresent(route -> defaultRoute(plan.name(), table, route));
  }

  private void defaultRoute(String name, RouteTable table, NetworkPlan.DefaultRoute route) {
    RouteArgs.Builder args =
        RouteArgs.builder().routeTableId(table.id()).destinationCidrBlock("0.0.0.0/0");
    switch (route.by()) {
      case INTERNET_GATEWAY -> args.gatewayId(named(internetGateways, route.gateway()).id());
      case NAT_GATEWAY -> args.natGatewayId(named(natGateways, route.gateway()).id());
    }
    new Route(name, args.build(), after());
  }

  private void associate(NetworkPlan.Subnet plan, Subnet subnet) {
    new RouteTableAssociation(
        plan.name(),
        RouteTableAssociationArgs.builder()
            .subnetId(subnet.id())
            .routeTableId(named(tables, plan.routeTable()).id())
            .build(),
        after());
  }

  private void endpoint(GatewayEndpointPlan plan, List<Output<String>> routeTables) {
    gatewayEndpoints.put(
        plan.name(),
        new VpcEndpoint(
            plan.name(),
            VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .vpcEndpointType("Gateway")
                .serviceName(plan.serviceName())
                .routeTableIds(Output.all(routeTables))
                .policy(plan.policy().json())
                .tags(Map.of("Name", plan.name()))
                .build(),
            after()));
  }

  private CustomResourceOptions after(Resource... others) {
    return CustomResourceOptions.builder().parent(this).dependsOn(others).build();
  }

  private static <T> T named(Map<String, T> made, String name) {
    T resource = made.get(name);
    if (resource == null) {
      throw new IllegalArgumentException("the network's plan names " + name + " and has no such");
    }
    return resource;
  }
}
