package io.cellwall.cell.network;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cell's network, with every name and address decided.
 *
 * @param name the VPC's name; first part of the names of its defaults
 * @param cidr the cell's addresses, all of them the VPC's
 * @param internetGateway the internet gateway's name; empty where nothing goes out
 * @param natGateways the NAT gateways
 * @param routeTables the route tables
 * @param subnets the subnets
 * @param networkAcls one for each tier that has subnets
 * @param gatewayEndpoints the gateway endpoints, reached from every route table of the nodes
 * @param interfaceEndpoints the interface endpoints, which stand in the subnets of the nodes
 * @param securityGroups who may call whom
 * @param flowLog the record of the traffic
 */
public record NetworkPlan(
    String name,
    Cidr cidr,
    Optional<String> internetGateway,
    List<NatGateway> natGateways,
    List<RouteTable> routeTables,
    List<Subnet> subnets,
    List<NetworkAclPlan> networkAcls,
    List<GatewayEndpointPlan> gatewayEndpoints,
    List<InterfaceEndpointPlan> interfaceEndpoints,
    SecurityGroupsPlan securityGroups,
    FlowLogPlan flowLog) {

  public NetworkPlan {
    natGateways = List.copyOf(natGateways);
    routeTables = List.copyOf(routeTables);
    subnets = List.copyOf(subnets);
    networkAcls = List.copyOf(networkAcls);
    gatewayEndpoints = List.copyOf(gatewayEndpoints);
    interfaceEndpoints = List.copyOf(interfaceEndpoints);
  }

  /**
   * A NAT gateway and its elastic IP.
   *
   * @param name name of both
   * @param subnet name of the subnet it stands in
   */
  public record NatGateway(String name, String subnet) {}

  /**
   * A route table. It always has the route inside the VPC, which AWS makes.
   *
   * @param name the table's name
   * @param tier the tier it serves
   * @param defaultRoute where everything else goes; empty where it goes nowhere
   */
  public record RouteTable(String name, Tier tier, Optional<DefaultRoute> defaultRoute) {}

  /**
   * A route to 0.0.0.0/0.
   *
   * @param by the kind of gateway
   * @param gateway its name
   */
  public record DefaultRoute(By by, String gateway) {
    /** The kind of gateway. */
    public enum By {
      INTERNET_GATEWAY,
      NAT_GATEWAY
    }
  }

  /**
   * A subnet.
   *
   * @param name the subnet's name
   * @param tier what it is for
   * @param availabilityZone where it lies; by id, which is the same place in every account
   * @param cidr its addresses
   * @param routeTable name of its route table
   */
  public record Subnet(
      String name, Tier tier, AvailabilityZoneId availabilityZone, Cidr cidr, String routeTable) {}

  /** The network of a cell of this zone, whose roles carry the boundary. */
  public static NetworkPlan of(Place place, Cell cell, Zone residencyZone, Arn boundary) {
    List<AvailabilityZoneId> withNat = zonesWithNat(cell);
    List<Subnet> subnets = subnets(place, cell, withNat);
    List<GatewayEndpointPlan> gatewayEndpoints = GatewayEndpointPlan.of(place);
    return new NetworkPlan(
        place.named("vpc"),
        cell.cidr(),
        withNat.isEmpty() ? Optional.empty() : Optional.of(place.named("igw")),
        withNat.stream().map(zone -> natGateway(place, zone)).toList(),
        routeTables(place, cell, withNat),
        subnets,
        subnets.stream()
            .map(Subnet::tier)
            .distinct()
            .map(tier -> NetworkAclPlan.of(place, tier, cell.cidr(), blocks(subnets, Tier.NODES)))
            .toList(),
        gatewayEndpoints,
        InterfaceEndpointPlan.of(place, cell),
        SecurityGroupsPlan.of(place, cell, residencyZone, gatewayEndpoints),
        FlowLogPlan.of(place, boundary));
  }

  private static List<AvailabilityZoneId> zonesWithNat(Cell cell) {
    return switch (cell.nat()) {
      case PER_ZONE -> cell.availabilityZones();
      case SINGLE -> cell.availabilityZones().subList(0, 1);
      case NONE -> List.of();
    };
  }

  private static NatGateway natGateway(Place place, AvailabilityZoneId zone) {
    return new NatGateway(named(place, "nat", zone), named(place, Tier.EGRESS.part(), zone));
  }

  private static List<RouteTable> routeTables(
      Place place, Cell cell, List<AvailabilityZoneId> withNat) {
    List<RouteTable> tables = new ArrayList<>();
    tables.add(new RouteTable(place.named(Tier.DATA.part()), Tier.DATA, Optional.empty()));
    tables.add(
        new RouteTable(
            place.named(Tier.LOAD_BALANCERS.part()), Tier.LOAD_BALANCERS, Optional.empty()));
    if (!withNat.isEmpty()) {
      DefaultRoute out = new DefaultRoute(DefaultRoute.By.INTERNET_GATEWAY, place.named("igw"));
      tables.add(new RouteTable(place.named(Tier.EGRESS.part()), Tier.EGRESS, Optional.of(out)));
    }
    // One table for each zone even where all go the same way: another choice of NAT then changes
    // routes and leaves tables and subnets alone.
    for (AvailabilityZoneId zone : cell.availabilityZones()) {
      Optional<DefaultRoute> out =
          nearest(withNat, zone)
              .map(nat -> natGateway(place, nat).name())
              .map(nat -> new DefaultRoute(DefaultRoute.By.NAT_GATEWAY, nat));
      tables.add(new RouteTable(named(place, Tier.NODES.part(), zone), Tier.NODES, out));
    }
    return tables;
  }

  private static Optional<AvailabilityZoneId> nearest(
      List<AvailabilityZoneId> withNat, AvailabilityZoneId zone) {
    return withNat.contains(zone) ? Optional.of(zone) : withNat.stream().findFirst();
  }

  private static List<Subnet> subnets(Place place, Cell cell, List<AvailabilityZoneId> withNat) {
    AddressLayout layout = new AddressLayout(cell.cidr());
    List<Subnet> subnets = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      for (AvailabilityZoneId zone : tier == Tier.EGRESS ? withNat : cell.availabilityZones()) {
        String name = named(place, tier.part(), zone);
        String routeTable = tier == Tier.NODES ? name : place.named(tier.part());
        subnets.add(new Subnet(name, tier, zone, layout.subnet(tier, zone), routeTable));
      }
    }
    return subnets;
  }

  private static List<Cidr> blocks(List<Subnet> subnets, Tier tier) {
    return subnets.stream().filter(subnet -> subnet.tier() == tier).map(Subnet::cidr).toList();
  }

  private static String named(Place place, String part, AvailabilityZoneId zone) {
    return place.named(part + "-" + zone.suffix());
  }
}
