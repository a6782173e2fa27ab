package io.cellwall.policies.network.routing;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.model.Addresses;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.packet.PrefixTable;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Route tables of VPCs: inline routes, {@code aws:ec2/route:Route}, propagation from VPN gateways,
 * and which table a subnet has.
 *
 * <p>A VPC stands for its main table where no program adopts that.
 */
public final class RouteTables {

  private static final Set<String> INTERFACES = union(AwsTypes.INTERFACE, AwsTypes.INSTANCE);

  /** Properties that name a target, in the order they are looked at. */
  private static final Map<String, Route.Kind> TARGETS = targets();

  private final Resources resources;
  private final Addresses addresses;
  private final Map<Resource, List<PrefixTable.Entry<Route>>> routes = new LinkedHashMap<>();
  private final Map<Resource, Resource> bySubnet = new LinkedHashMap<>();
  private final Map<Resource, Resource> mainOf = new LinkedHashMap<>();
  private final Map<List<Resource>, PrefixTable<Route>> tables = new LinkedHashMap<>();

  RouteTables(Resources resources, Addresses addresses) {
    this.resources = resources;
    this.addresses = addresses;
    mainTables();
    for (Resource table :
        resources.of(
            "aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable")) {
      for (Resource.Part part : table.parts("routes")) {
        add(
            table,
            part,
            List.of("cidrBlock", "ipv6CidrBlock"),
            new Reference.Found(List.of(table)));
      }
      for (Resource.Part part : table.parts("propagatingVgws")) {
        propagate(table, table, part);
      }
    }
    for (Resource route : resources.of("aws:ec2/route:Route")) {
      add(
          route,
          new Resource.Part(route.node().inputs(), ""),
          List.of("destinationCidrBlock", "destinationIpv6CidrBlock"),
          tables(route, "routeTableId"));
    }
    for (Resource more :
        resources.of("aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation")) {
      for (Resource table : tables(more, "routeTableId").resources()) {
        propagate(more, canonical(table), more.part("vpnGatewayId"));
      }
    }
    for (Resource more : resources.of("aws:ec2/routeTableAssociation:RouteTableAssociation")) {
      resources
          .refer(more, "subnetId", AwsTypes.in(AwsTypes.SUBNET))
          .only()
          .ifPresent(
              subnet ->
                  tables(more, "routeTableId")
                      .only()
                      .ifPresent(table -> bySubnet.put(subnet, canonical(table))));
    }
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }

  private static Map<String, Route.Kind> targets() {
    Map<String, Route.Kind> targets = new LinkedHashMap<>();
    targets.put("vpcPeeringConnectionId", Route.Kind.PEERING);
    targets.put("transitGatewayId", Route.Kind.TRANSIT_GATEWAY);
    targets.put("coreNetworkArn", Route.Kind.CORE_NETWORK);
    targets.put("natGatewayId", Route.Kind.NAT_GATEWAY);
    targets.put("networkInterfaceId", Route.Kind.INTERFACE);
    targets.put("instanceId", Route.Kind.INTERFACE);
    targets.put("vpcEndpointId", Route.Kind.ENDPOINT);
    targets.put("egressOnlyGatewayId", Route.Kind.INTERNET);
    targets.put("gatewayId", Route.Kind.INTERNET);
    targets.put("localGatewayId", Route.Kind.INTERNET);
    targets.put("carrierGatewayId", Route.Kind.INTERNET);
    return targets;
  }

  private static Set<String> typesOf(Route.Kind kind) {
    return switch (kind) {
      case PEERING -> AwsTypes.PEERING;
      case TRANSIT_GATEWAY -> AwsTypes.TRANSIT_GATEWAY;
      case CORE_NETWORK -> AwsTypes.CORE_NETWORK;
      case NAT_GATEWAY -> AwsTypes.NAT_GATEWAY;
      case INTERFACE -> INTERFACES;
      case ENDPOINT -> AwsTypes.VPC_ENDPOINT;
      default -> AwsTypes.VPN_GATEWAY;
    };
  }

  private void mainTables() {
    for (Resource table : resources.of("aws:ec2/defaultRouteTable:DefaultRouteTable")) {
      resources
          .refer(table, "defaultRouteTableId", AwsTypes.in(AwsTypes.VPC))
          .resources()
          .forEach(vpc -> mainOf.put(vpc, table));
    }
    for (Resource more :
        resources.of("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation")) {
      resources
          .refer(more, "vpcId", AwsTypes.in(AwsTypes.VPC))
          .only()
          .ifPresent(
              vpc ->
                  resources
                      .refer(more, "routeTableId", AwsTypes.in(AwsTypes.ROUTE_TABLE))
                      .only()
                      .ifPresent(table -> mainOf.put(vpc, table)));
    }
  }

  private Reference tables(Resource from, String property) {
    return resources.refer(from, property, AwsTypes.in(AwsTypes.ROUTE_TABLE));
  }

  private Resource canonical(Resource table) {
    return mainOf.getOrDefault(table, table);
  }

  private void add(
      Resource owner, Resource.Part part, List<String> blocks, Reference owningTables) {
    Route route = route(owner, part);
    List<Optional<IPAddress>> prefixes = prefixes(owner, part, blocks);
    boolean sure = owningTables.only().isPresent();
    for (Resource table : owningTables.resources()) {
      for (Optional<IPAddress> prefix : prefixes) {
        Optional<IPAddress> known = sure ? prefix : Optional.empty();
        routes
            .computeIfAbsent(canonical(table), each -> new ArrayList<>())
            .add(new PrefixTable.Entry<>(known, 1, false, route));
      }
    }
  }

  private Route route(Resource owner, Resource.Part part) {
    String within = part.property().isEmpty() ? "" : part.property() + ".";
    for (Map.Entry<String, Route.Kind> target : TARGETS.entrySet()) {
      Value value = part.field(target.getKey());
      if (value instanceof Value.Null || Resource.text(value).filter(String::isBlank).isPresent()) {
        continue;
      }
      Resource.Part named = new Resource.Part(value, within + target.getKey());
      Route.Kind kind = target.getValue();
      Reference reference = resources.refer(owner, named, AwsTypes.in(typesOf(kind)));
      if (target.getKey().equals("gatewayId")) {
        kind = gateway(value, reference);
      }
      return new Route(kind, reference, owner.urn(), named.property());
    }
    return new Route(Route.Kind.UNKNOWN, new Reference.Unknown(), owner.urn(), part.property());
  }

  private static Route.Kind gateway(Value value, Reference reference) {
    String id = Resource.text(value).orElse("");
    if (id.equals("local")) {
      return Route.Kind.LOCAL;
    }
    boolean vpn = id.startsWith("vgw-") || !reference.resources().isEmpty();
    return vpn ? Route.Kind.VPN_GATEWAY : Route.Kind.INTERNET;
  }

  private List<Optional<IPAddress>> prefixes(
      Resource owner, Resource.Part part, List<String> blocks) {
    List<Optional<IPAddress>> prefixes = new ArrayList<>();
    for (String block : blocks) {
      Value value = part.field(block);
      boolean named = !(value instanceof Value.Null) && !Resource.text(value).orElse("-").isBlank();
      if (named) {
        prefixes.add(Addresses.block(value));
      }
    }
    Resource.Part list = part.at("destinationPrefixListId");
    if (!(list.value() instanceof Value.Null)) {
      String property = part.property().isEmpty() ? "destinationPrefixListId" : list.property();
      Ranges listed = addresses.prefixList(owner, new Resource.Part(list.value(), property));
      listed.blocks().forEach(block -> prefixes.add(Optional.of(block)));
      if (listed.isOpen()) {
        prefixes.add(Optional.empty());
      }
    }
    return prefixes.isEmpty() ? List.of(Optional.empty()) : prefixes;
  }

  private void propagate(Resource owner, Resource table, Resource.Part gateway) {
    Reference target = resources.refer(owner, gateway, AwsTypes.in(AwsTypes.VPN_GATEWAY));
    Route route = new Route(Route.Kind.VPN_GATEWAY, target, owner.urn(), gateway.property());
    routes
        .computeIfAbsent(table, each -> new ArrayList<>())
        .add(new PrefixTable.Entry<>(Optional.empty(), 2, false, route));
  }

  /** The routes that a subnet's packets take. */
  public PrefixTable<Route> of(Subnet subnet) {
    Resource vpc = subnet.vpc().resource();
    Resource table = bySubnet.getOrDefault(subnet.resource(), canonical(vpc));
    return tables.computeIfAbsent(
        List.of(table, vpc),
        each -> {
          List<PrefixTable.Entry<Route>> entries = local(subnet.vpc());
          entries.addAll(routes.getOrDefault(table, List.of()));
          return new PrefixTable<>(entries);
        });
  }

  private static List<PrefixTable.Entry<Route>> local(Vpc vpc) {
    Route route =
        new Route(Route.Kind.LOCAL, new Reference.Absent(), vpc.resource().urn(), "cidrBlock");
    List<PrefixTable.Entry<Route>> entries = new ArrayList<>();
    for (IPAddress block : vpc.addresses().blocks()) {
      entries.add(new PrefixTable.Entry<>(Optional.of(block), 0, true, route));
    }
    if (vpc.addresses().isOpen()) {
      entries.add(new PrefixTable.Entry<>(Optional.empty(), 0, true, route));
    }
    return entries;
  }
}
