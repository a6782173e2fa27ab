package io.cellwall.edge.region;

import static java.util.Objects.requireNonNull;

import io.cellwall.edge.EdgeNames;
import io.cellwall.edge.RolePlan;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The routers' network. Nothing in it has a route beyond it: packets come by the load balancer and
 * leave by endpoints.
 *
 * @param name the VPC's name
 * @param cidr the edge's addresses, all of them the VPC's
 * @param internetGateway its name; the accelerator asks for one, and no route leads to it
 * @param subnets the subnets
 * @param endpoints endpoints to AWS's services
 * @param flowLogs name of the flow log, its log group's and its role
 */
public record EdgeNetworkPlan(
    String name,
    Cidr cidr,
    String internetGateway,
    List<Subnet> subnets,
    List<ServiceEndpointPlan> endpoints,
    FlowLogs flowLogs) {

  public EdgeNetworkPlan {
    subnets = List.copyOf(subnets);
    endpoints = List.copyOf(endpoints);
  }

  /**
   * A subnet.
   *
   * @param name its name
   * @param tier what it is for: {@code endpoints}, {@code routers}, {@code entry}
   * @param availabilityZone where it lies
   * @param cidr its addresses
   */
  public record Subnet(String name, String tier, AvailabilityZoneId availabilityZone, Cidr cidr) {}

  /**
   * The record of the traffic.
   *
   * @param name the flow log's name
   * @param logGroup the log group's name
   * @param logGroupArn its ARN, known before it exists
   * @param role who writes
   */
  public record FlowLogs(String name, String logGroup, Arn logGroupArn, RolePlan role) {}

  /** Three bits: AWS has at most six availability zones in a region. */
  private static final int ZONE_BITS = 3;

  static EdgeNetworkPlan of(EdgeNames names, Region region, Arn boundary) {
    Place place = names.regionAt(region);
    Zone.RegionEdge edge = requireNonNull(names.zone().edges().get(region));
    return new EdgeNetworkPlan(
        place.named("vpc"),
        edge.cidr(),
        place.named("igw"),
        subnets(place, edge.cidr(), edge.availabilityZonesIn(region)),
        ServiceEndpointPlan.of(names, region),
        flowLogs(place, boundary));
  }

  private static List<Subnet> subnets(Place place, Cidr block, List<AvailabilityZoneId> zones) {
    List<Subnet> subnets = new ArrayList<>();
    for (EdgeTier tier : EdgeTier.values()) {
      for (AvailabilityZoneId zone : zones) {
        Cidr eighth = block.divide(block.prefixLength() + ZONE_BITS).get(zone.number() - 1);
        Cidr piece = eighth.divide(eighth.prefixLength() + tier.bits()).get(tier.index());
        subnets.add(
            new Subnet(place.named(tier.part() + "-" + zone.suffix()), tier.part(), zone, piece));
      }
    }
    return subnets;
  }

  private static FlowLogs flowLogs(Place place, Arn boundary) {
    String group = "/cellwall/" + place.name() + "/flow-logs";
    return new FlowLogs(
        place.named("flow-logs"),
        group,
        place.arn("logs", "log-group:" + group),
        EdgeRoles.flowLogs(place, group, boundary));
  }
}
