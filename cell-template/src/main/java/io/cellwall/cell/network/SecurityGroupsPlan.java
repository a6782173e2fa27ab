package io.cellwall.cell.network;

import static io.cellwall.cell.network.Part.CACHE;
import static io.cellwall.cell.network.Part.CLUSTER;
import static io.cellwall.cell.network.Part.DATABASE;
import static io.cellwall.cell.network.Part.ENDPOINTS;
import static io.cellwall.cell.network.Part.ENTRANCE;
import static io.cellwall.cell.network.Part.INSTALLER;
import static io.cellwall.cell.network.Part.LOAD_BALANCER;
import static io.cellwall.cell.network.Part.NODES;
import static io.cellwall.cell.network.Part.SCRAPER;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which part of the cell may speak to which: a security group for each {@link Part}, which name
 * each other. Addresses appear twice only: those of the zone's edges, who alone may enter, and
 * everybody's as the destination of the nodes' TLS where the cell has a NAT gateway.
 *
 * <p>That way out is to 0.0.0.0/0 because public services have no addresses to name; it leads
 * through NAT only, since a cell has no route to any other network, and never in.
 *
 * @param groups a group for each part
 * @param links who of the cell may call whom of the cell
 * @param ways to S3 and DynamoDB, through the gateway endpoints
 * @param entries whom the entrance lets in
 * @param exits what leaves the cell
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Security
 *     group rules</a>
 */
public record SecurityGroupsPlan(
    List<Group> groups, List<Link> links, List<Way> ways, List<Entry> entries, List<Exit> exits) {

  private static final Cidr EVERYWHERE = Cidr.parse("0.0.0.0/0");

  // Aggregated APIs, admission webhooks and the kubelet (10250) listen where their pods do.
  private static final Ports UNPRIVILEGED = Ports.tcp(1_024, 65_535);

  public SecurityGroupsPlan {
    groups = List.copyOf(groups);
    links = List.copyOf(links);
    ways = List.copyOf(ways);
    entries = List.copyOf(entries);
    exits = List.copyOf(exits);
  }

  /**
   * A security group without rules: who may call is said by links, entries, ways and exits.
   *
   * @param part whose it is
   * @param name its name
   * @param description what AWS shows of it
   */
  public record Group(Part part, String name, String description) {}

  /**
   * One part may call another: a rule out of the one and a rule into the other.
   *
   * @param egress name of the rule out of the caller
   * @param ingress name of the rule into the called
   * @param from who calls
   * @param to who is called
   * @param ports where
   */
  public record Link(String egress, String ingress, Part from, Part to, Ports ports) {}

  /**
   * A part may use a gateway endpoint.
   *
   * @param name name of the rule
   * @param from the part
   * @param endpoint name of the gateway endpoint
   * @param ports where
   */
  public record Way(String name, Part from, String endpoint, Ports ports) {}

  /**
   * Somebody outside may enter.
   *
   * @param name name of the rule
   * @param to the part that lets in
   * @param from addresses of one of the zone's edges, as PrivateLink shows them
   * @param ports where
   */
  public record Entry(String name, Part to, Cidr from, Ports ports) {}

  /**
   * A part may leave the cell.
   *
   * @param name name of the rule
   * @param from the part
   * @param to whereto
   * @param ports where
   */
  public record Exit(String name, Part from, Cidr to, Ports ports) {}

  /** No group, and no rule. */
  public static SecurityGroupsPlan none() {
    return new SecurityGroupsPlan(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The groups of a cell of this zone. */
  static SecurityGroupsPlan of(
      Place place, Cell cell, Zone zone, List<GatewayEndpointPlan> gatewayEndpoints) {
    return new SecurityGroupsPlan(
        Arrays.stream(Part.values()).map(part -> group(place, part)).toList(),
        links(place),
        ways(place, gatewayEndpoints),
        entries(place, zone),
        exits(place, cell.nat()));
  }

  private static Group group(Place place, Part part) {
    return new Group(part, place.named(part.named()), part.description());
  }

  private static List<Link> links(Place place) {
    return List.of(
        link(place, ENTRANCE, LOAD_BALANCER, Ports.TLS),
        // The ingress controller of the bundle: requests, and its readiness.
        link(place, LOAD_BALANCER, NODES, Ports.tcp(8_443)),
        link(place, LOAD_BALANCER, NODES, Ports.tcp(19_003)),
        link(place, CLUSTER, NODES, UNPRIVILEGED),
        link(place, NODES, CLUSTER, Ports.TLS),
        // Among pods, network policies decide.
        link(place, NODES, NODES, Ports.ALL),
        link(place, NODES, ENDPOINTS, Ports.TLS),
        link(place, NODES, DATABASE, DataPorts.POSTGRESQL),
        link(place, NODES, CACHE, DataPorts.VALKEY),
        link(place, INSTALLER, CLUSTER, Ports.TLS),
        link(place, INSTALLER, ENDPOINTS, Ports.TLS),
        link(place, SCRAPER, CLUSTER, Ports.TLS),
        link(place, SCRAPER, NODES, UNPRIVILEGED));
  }

  private static Link link(Place place, Part from, Part to, Ports ports) {
    String port =
        ports
            .range()
            .map(range -> range.first() == range.last() ? "-" + range.first() : "")
            .orElse("");
    return new Link(
        place.named(from.named() + "-to-" + to.named() + port),
        place.named(to.named() + "-from-" + from.named() + port),
        from,
        to,
        ports);
  }

  private static List<Way> ways(Place place, List<GatewayEndpointPlan> gatewayEndpoints) {
    List<Way> ways = new ArrayList<>();
    for (GatewayEndpointPlan endpoint : gatewayEndpoints) {
      ways.add(way(place, NODES, endpoint));
      // Layers of images, and the bundle itself.
      if (endpoint.service().equals("s3")) {
        ways.add(way(place, INSTALLER, endpoint));
      }
    }
    return ways;
  }

  private static Way way(Place place, Part from, GatewayEndpointPlan endpoint) {
    return new Way(
        place.named(from.named() + "-to-" + endpoint.service()), from, endpoint.name(), Ports.TLS);
  }

  private static List<Entry> entries(Place place, Zone zone) {
    return zone.edges().entrySet().stream()
        .map(
            edge ->
                new Entry(
                    place.named("entrance-from-edge-" + edge.getKey().code()),
                    ENTRANCE,
                    edge.getValue().cidr(),
                    Ports.TLS))
        .toList();
  }

  private static List<Exit> exits(Place place, NatGateways nat) {
    return nat == NatGateways.NONE
        ? List.of()
        : List.of(new Exit(place.named("nodes-out"), NODES, EVERYWHERE, Ports.TLS));
  }

  /**
   * The rules of a part for a group that AWS makes, and that does the part's work in its place.
   * Within itself, and with these others that are in it too, such a group is open already.
   *
   * @param place whose the rules are
   * @param name what the names of the rules begin with, after the cell's
   */
  public SecurityGroupsPlan standIn(Place place, String name, Part part, Set<Part> within) {
    return new SecurityGroupsPlan(
        List.of(),
        links.stream()
            .filter(link -> (link.from() == part) != (link.to() == part))
            .filter(link -> !within.contains(link.from()) && !within.contains(link.to()))
            .map(
                link ->
                    new Link(
                        renamed(place, name, link.egress()),
                        renamed(place, name, link.ingress()),
                        link.from(),
                        link.to(),
                        link.ports()))
            .toList(),
        ways.stream()
            .filter(way -> way.from() == part)
            .map(
                way ->
                    new Way(
                        renamed(place, name, way.name()), way.from(), way.endpoint(), way.ports()))
            .toList(),
        List.of(),
        exits.stream()
            .filter(exit -> exit.from() == part)
            .map(
                exit ->
                    new Exit(
                        renamed(place, name, exit.name()), exit.from(), exit.to(), exit.ports()))
            .toList());
  }

  private static String renamed(Place place, String name, String rule) {
    return place.named(name + rule.substring(place.name().length()));
  }
}
