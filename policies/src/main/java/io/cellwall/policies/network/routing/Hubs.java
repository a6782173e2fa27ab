package io.cellwall.policies.network.routing;

import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.model.Vpcs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Networks of which the graphs do not say how they forward: another's transit gateway or VPC, a
 * core network, what stands behind a VPN or Direct Connect. Reckon with all that enters coming out
 * at every other end.
 *
 * <p>A hub goes by the URN of the resource that stands for it, or else by its id.
 */
public final class Hubs {

  private static final Set<String> CUSTOMER_GATEWAY =
      Set.of("aws:ec2/customerGateway:CustomerGateway");
  private static final Set<String> DIRECT_CONNECT = Set.of("aws:directconnect/gateway:Gateway");

  private final Resources resources;
  private final Vpcs vpcs;
  private final Map<String, Set<Vpc>> members = new LinkedHashMap<>();
  private final Map<String, Set<TransitGateways.Attachment>> gateways = new LinkedHashMap<>();
  private final Map<Resource, List<String>> byVpnGateway = new LinkedHashMap<>();
  private final Map<Resource, List<String>> byAttachment = new LinkedHashMap<>();

  Hubs(Resources resources, Vpcs vpcs, Peerings peerings, TransitGateways transit) {
    this.resources = resources;
    this.vpcs = vpcs;
    for (Peerings.Peering peering : peerings.all()) {
      if (peering.peer().resources().isEmpty()) {
        String hub = key(peering.resource(), peering.peer());
        peering.ends().forEach(end -> join(hub, end));
      }
    }
    for (Resource attachment : resources.of("aws:ec2transitgateway/vpcAttachment:VpcAttachment")) {
      Reference gateway =
          resources.refer(attachment, "transitGatewayId", AwsTypes.in(AwsTypes.TRANSIT_GATEWAY));
      if (gateway.resources().isEmpty()) {
        joinAll(key(attachment, gateway), attachment, "vpcId");
      }
    }
    for (Resource attachment : resources.of("aws:networkmanager/vpcAttachment:VpcAttachment")) {
      Reference core =
          resources.refer(attachment, "coreNetworkId", AwsTypes.in(AwsTypes.CORE_NETWORK));
      joinAll(key(attachment, core), attachment, "vpcArn");
    }
    outside(transit);
  }

  /** The name of the hub that a reference of a resource means. */
  public static String key(Resource from, Reference reference) {
    if (reference instanceof Reference.Foreign foreign) {
      String id = foreign.id();
      return id.startsWith("arn:") ? id.substring(id.lastIndexOf('/') + 1) : id;
    }
    return reference.resources().stream().findFirst().map(Resource::urn).orElse(from.urn());
  }

  private void joinAll(String hub, Resource attachment, String property) {
    vpcs(attachment, property, vpc -> join(hub, vpc));
  }

  private void vpcs(Resource from, String property, Consumer<Vpc> found) {
    resources
        .refer(from, property, AwsTypes.in(AwsTypes.VPC))
        .resources()
        .forEach(vpc -> vpcs.find(vpc).ifPresent(found));
  }

  private void join(String hub, Vpc vpc) {
    members.computeIfAbsent(hub, each -> new LinkedHashSet<>()).add(vpc);
  }

  private void outside(TransitGateways transit) {
    Map<Resource, List<Vpc>> behind = new LinkedHashMap<>();
    for (Resource gateway : resources.of("aws:ec2/vpnGateway:VpnGateway")) {
      vpcs(gateway, "vpcId", vpc -> put(behind, gateway, vpc));
    }
    for (Resource more : resources.of("aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment")) {
      resources
          .refer(more, "vpnGatewayId", AwsTypes.in(AwsTypes.VPN_GATEWAY))
          .resources()
          .forEach(gateway -> vpcs(more, "vpcId", vpc -> put(behind, gateway, vpc)));
    }
    for (Resource line :
        resources.of(
            "aws:ec2/vpnConnection:VpnConnection",
            "aws:directconnect/gatewayAssociation:GatewayAssociation")) {
      boolean vpn = line.type().contains("vpnConnection");
      String hub =
          vpn
              ? key(line, resources.refer(line, "customerGatewayId", CUSTOMER_GATEWAY::contains))
              : key(line, resources.refer(line, "dxGatewayId", DIRECT_CONNECT::contains));
      for (String property : List.of("vpnGatewayId", "associatedGatewayId")) {
        resources
            .refer(line, property, AwsTypes.in(AwsTypes.VPN_GATEWAY))
            .resources()
            .forEach(
                gateway -> {
                  put(byVpnGateway, gateway, hub);
                  behind.getOrDefault(gateway, List.of()).forEach(vpc -> join(hub, vpc));
                });
      }
      transit.all().stream()
          .filter(each -> each.resource().equals(line))
          .forEach(
              each -> {
                put(byAttachment, line, hub);
                gateways.computeIfAbsent(hub, x -> new LinkedHashSet<>()).add(each);
              });
    }
  }

  private static <T> void put(Map<Resource, List<T>> map, Resource key, T value) {
    map.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
  }

  /** The hubs behind a VPN gateway. */
  public List<String> behind(Resource vpnGateway) {
    return byVpnGateway.getOrDefault(vpnGateway, List.of());
  }

  /** The hubs behind an attachment of a transit gateway. */
  public List<String> beyond(TransitGateways.Attachment attachment) {
    return byAttachment.getOrDefault(attachment.resource(), List.of());
  }

  /** The VPCs at a hub. */
  public Set<Vpc> vpcsAt(String hub) {
    return members.getOrDefault(hub, Set.of());
  }

  /** The transit gateways at a hub, by their attachments. */
  public Set<TransitGateways.Attachment> gatewaysAt(String hub) {
    return gateways.getOrDefault(hub, Set.of());
  }

  /** The hubs that a VPC is at. */
  public List<String> of(Vpc vpc) {
    return members.entrySet().stream()
        .filter(entry -> entry.getValue().contains(vpc))
        .map(Map.Entry::getKey)
        .toList();
  }
}
