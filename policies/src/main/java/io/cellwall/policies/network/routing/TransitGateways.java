package io.cellwall.policies.network.routing;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.network.model.Addresses;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.model.Vpcs;
import io.cellwall.policies.network.packet.PrefixTable;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Transit gateways that the graphs know: attachments, and for each the table that its packets are
 * looked up in. A gateway stands for its default table.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html">How
 *     transit gateways work</a>
 */
public final class TransitGateways {

  private static final Predicate<String> ATTACHMENT =
      AwsTypes.in(AwsTypes.TRANSIT_GATEWAY_ATTACHMENT);

  /**
   * An attachment.
   *
   * @param resource what declares it
   * @param gateways the gateways it is attached to; two for a peering between gateways
   * @param vpc the VPC at its other end, if that is one that the graphs know
   */
  public record Attachment(Resource resource, List<Resource> gateways, Optional<Vpc> vpc) {}

  /**
   * A route of a gateway's table.
   *
   * @param attachment where it leads; empty for a blackhole, or what no graph knows
   * @param blackhole whether it drops packets
   * @param urn the resource that has the route
   * @param property where in the resource
   */
  public record Hop(
      Optional<Attachment> attachment, boolean blackhole, String urn, String property) {}

  private record At(Resource gateway, Resource attachment) {}

  private final Resources resources;
  private final Vpcs vpcs;
  private final Addresses addresses;
  private final Map<Resource, Attachment> attachments = new LinkedHashMap<>();
  private final Map<Resource, List<Attachment>> byVpc = new LinkedHashMap<>();
  private final Map<Resource, Resource> associationDefault = new LinkedHashMap<>();
  private final Map<Resource, Resource> propagationDefault = new LinkedHashMap<>();
  private final Map<At, Resource> associated = new LinkedHashMap<>();
  private final Map<Resource, List<PrefixTable.Entry<Hop>>> entries = new LinkedHashMap<>();
  private final Map<Resource, PrefixTable<Hop>> tables = new LinkedHashMap<>();

  TransitGateways(Resources resources, Vpcs vpcs, Addresses addresses) {
    this.resources = resources;
    this.vpcs = vpcs;
    this.addresses = addresses;
    defaults("Association", associationDefault);
    defaults("Propagation", propagationDefault);
    for (Resource resource : resources.of(AwsTypes.array(AwsTypes.TRANSIT_GATEWAY_ATTACHMENT))) {
      if (!resource.type().contains("Accepter")) {
        attach(resource);
      }
    }
    explicit();
    staticRoutes();
    entries.forEach((table, list) -> tables.put(table, new PrefixTable<>(list)));
  }

  private void defaults(String what, Map<Resource, Resource> defaults) {
    for (Resource more :
        resources.of(
            "aws:ec2transitgateway/defaultRouteTable%1$s:DefaultRouteTable%1$s".formatted(what))) {
      Optional<Resource> table = table(more).only();
      gateways(more, "transitGatewayId")
          .forEach(gateway -> table.ifPresent(each -> defaults.put(gateway, each)));
    }
  }

  private Reference table(Resource from) {
    return resources.refer(from, "transitGatewayRouteTableId", TransitGateways::canBeTable);
  }

  private static boolean canBeTable(String type) {
    return AwsTypes.TRANSIT_GATEWAY_TABLE.contains(type) || AwsTypes.TRANSIT_GATEWAY.contains(type);
  }

  private List<Resource> gateways(Resource from, String property) {
    return resources.refer(from, property, AwsTypes.in(AwsTypes.TRANSIT_GATEWAY)).resources();
  }

  private void attach(Resource resource) {
    List<Resource> gateways = new ArrayList<>(gateways(resource, "transitGatewayId"));
    gateways.addAll(gateways(resource, "peerTransitGatewayId"));
    gateways.addAll(gateways(resource, "associatedGatewayId"));
    if (gateways.isEmpty()) {
      return;
    }
    Optional<Vpc> vpc =
        resources.refer(resource, "vpcId", AwsTypes.in(AwsTypes.VPC)).only().flatMap(vpcs::find);
    Attachment attachment = new Attachment(resource, gateways, vpc);
    attachments.put(resource, attachment);
    vpc.ifPresent(
        each -> byVpc.computeIfAbsent(each.resource(), x -> new ArrayList<>()).add(attachment));
    for (Resource gateway : gateways) {
      if (byDefault(gateway, resource, "Association")) {
        Resource table = associationDefault.getOrDefault(gateway, gateway);
        associated.put(new At(gateway, resource), table);
      }
      boolean peering = gateways.size() > 1 || resource.type().contains("peering");
      if (!peering && byDefault(gateway, resource, "Propagation")) {
        propagate(
            propagationDefault.getOrDefault(gateway, gateway),
            attachment,
            gateway,
            "defaultRouteTablePropagation");
      }
    }
  }

  private boolean byDefault(Resource gateway, Resource attachment, String what) {
    String property = "transitGatewayDefaultRouteTable" + what;
    boolean accepted =
        resources.of("aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter").stream()
            .filter(each -> attachment(each).filter(attachment::equals).isPresent())
            .allMatch(each -> each.flag(property, true, true));
    return accepted
        && gateway.flag("defaultRouteTable" + what, true, true)
        && attachment.flag(property, true, true);
  }

  /** The attachment that a resource names, or that an accepter accepts. */
  private Optional<Resource> attachment(Resource from) {
    return resources
        .refer(from, "transitGatewayAttachmentId", ATTACHMENT)
        .only()
        .map(each -> each.type().contains("Accepter") ? attachment(each).orElse(each) : each);
  }

  private void explicit() {
    for (Resource more :
        resources.of("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation")) {
      attachment(more)
          .ifPresent(
              attachment ->
                  table(more)
                      .resources()
                      .forEach(table -> associated.put(at(table, attachment), table)));
    }
    for (Resource more :
        resources.of("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation")) {
      attachment(more)
          .map(attachments::get)
          .ifPresent(
              attachment ->
                  table(more)
                      .resources()
                      .forEach(
                          table ->
                              propagate(table, attachment, more, "transitGatewayAttachmentId")));
    }
  }

  private At at(Resource table, Resource attachment) {
    Resource gateway =
        AwsTypes.TRANSIT_GATEWAY.contains(table.type())
            ? table
            : gateways(table, "transitGatewayId").stream().findFirst().orElse(table);
    return new At(gateway, attachment);
  }

  private void propagate(Resource table, Attachment attachment, Resource by, String property) {
    Hop hop = new Hop(Optional.of(attachment), false, by.urn(), property);
    Ranges reach = attachment.vpc().map(Vpc::addresses).orElse(Ranges.UNKNOWN);
    for (IPAddress block : reach.blocks()) {
      add(table, new PrefixTable.Entry<>(Optional.of(block), 1, false, hop));
    }
    if (reach.isOpen()) {
      add(table, new PrefixTable.Entry<>(Optional.empty(), 2, false, hop));
    }
  }

  private void add(Resource table, PrefixTable.Entry<Hop> entry) {
    entries.computeIfAbsent(table, each -> new ArrayList<>()).add(entry);
  }

  private void staticRoutes() {
    for (Resource route : resources.of("aws:ec2transitgateway/route:Route")) {
      Optional<IPAddress> block = Addresses.block(route.value("destinationCidrBlock"));
      route(route, List.of(block));
    }
    for (Resource route :
        resources.of("aws:ec2transitgateway/prefixListReference:PrefixListReference")) {
      Ranges listed = addresses.prefixList(route, route.part("prefixListId"));
      List<Optional<IPAddress>> prefixes = new ArrayList<>();
      listed.blocks().forEach(block -> prefixes.add(Optional.of(block)));
      if (listed.isOpen()) {
        prefixes.add(Optional.empty());
      }
      route(route, prefixes);
    }
  }

  private void route(Resource route, List<Optional<IPAddress>> prefixes) {
    boolean blackhole = route.flag("blackhole", false, false);
    Optional<Attachment> attachment =
        blackhole ? Optional.empty() : attachment(route).map(attachments::get);
    String property = blackhole ? "blackhole" : "transitGatewayAttachmentId";
    Reference owning = table(route);
    for (Resource table : owning.resources()) {
      for (Optional<IPAddress> prefix : prefixes) {
        boolean certain = owning.only().isPresent() || blackhole;
        Optional<IPAddress> known = certain ? prefix : Optional.empty();
        if (!blackhole || known.isPresent()) {
          Hop hop = new Hop(attachment, blackhole, route.urn(), property);
          add(table, new PrefixTable.Entry<>(known, 0, false, hop));
        }
      }
    }
  }

  /** The attachments of a VPC. */
  public List<Attachment> of(Vpc vpc) {
    return byVpc.getOrDefault(vpc.resource(), List.of());
  }

  /** All attachments. */
  public Collection<Attachment> all() {
    return Collections.unmodifiableCollection(attachments.values());
  }

  /** The table for what an attachment sends into a gateway; empty if it is associated with none. */
  public Optional<PrefixTable<Hop>> table(Resource gateway, Attachment attachment) {
    return Optional.ofNullable(associated.get(new At(gateway, attachment.resource())))
        .map(table -> tables.getOrDefault(table, new PrefixTable<>(List.of())));
  }
}
