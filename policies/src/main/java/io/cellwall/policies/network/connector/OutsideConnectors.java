package io.cellwall.policies.network.connector;

import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.routing.Hubs;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ways out of AWS: VPN, Direct Connect, gateways to the internet. */
final class OutsideConnectors {

  /**
   * Resources that exist only to reach networks elsewhere, and the property that names the near
   * end.
   */
  private static final Map<String, List<String>> LINES =
      Map.of(
          "aws:ec2/vpnConnection:VpnConnection",
          List.of("customerGatewayId", "vpnGatewayId", "transitGatewayId"),
          "aws:directconnect/gatewayAssociation:GatewayAssociation",
          List.of("dxGatewayId", "associatedGatewayId", "vpnGatewayId"),
          "aws:directconnect/gatewayAssociationProposal:GatewayAssociationProposal",
          List.of("dxGatewayId", "associatedGatewayId"),
          "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
          List.of("connectionId", "vpnGatewayId", "dxGatewayId"),
          "aws:directconnect/transitVirtualInterface:TransitVirtualInterface",
          List.of("connectionId", "dxGatewayId"),
          "aws:directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter",
          List.of("virtualInterfaceId", "vpnGatewayId", "dxGatewayId"),
          "aws:directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor",
          List.of("virtualInterfaceId", "dxGatewayId"),
          "aws:ec2/localGatewayRouteTableVpcAssociation:LocalGatewayRouteTableVpcAssociation",
          List.of("localGatewayRouteTableId", "vpcId"));

  private static final List<String> INTERNET =
      List.of(
          "aws:ec2/internetGateway:InternetGateway",
          "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
          "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
          "aws:ec2/carrierGateway:CarrierGateway");

  private final Resources resources;

  OutsideConnectors(Network network) {
    this.resources = network.resources();
  }

  List<Connector> find() {
    List<Connector> found = new ArrayList<>();
    LINES.forEach(
        (type, properties) ->
            resources
                .of(type)
                .forEach(
                    line -> {
                      Kind kind = type.contains("vpn") ? Kind.VPN : Kind.DIRECT_CONNECT;
                      Place outside = outside(line, properties.get(0));
                      for (Place near : near(line, properties)) {
                        found.add(
                            kind.between(
                                near, outside, line.stack(), line.urn(), properties.get(0)));
                      }
                    }));
    for (Resource gateway : resources.of(INTERNET.toArray(String[]::new))) {
      for (Resource vpc :
          resources.refer(gateway, "vpcId", AwsTypes.in(AwsTypes.VPC)).resources()) {
        found.add(
            Kind.INTERNET_GATEWAY.between(
                Places.of(vpc), new Place.Internet(), gateway.stack(), gateway.urn(), "vpcId"));
      }
    }
    return found;
  }

  // What stands behind such a line is beyond the wall, even if this stack names it.
  private Place outside(Resource line, String property) {
    Reference far = resources.refer(line, property, type -> true);
    return far instanceof Reference.Unknown
        ? new Place.Unknown()
        : new Place.Foreign(Hubs.key(line, far));
  }

  private List<Place> near(Resource line, List<String> properties) {
    List<Place> ends = new ArrayList<>();
    for (String property : properties.subList(1, properties.size())) {
      Reference near = resources.refer(line, property, type -> true);
      near.resources().forEach(each -> ends.add(Places.of(each)));
      if (near instanceof Reference.Foreign foreign) {
        ends.add(new Place.Foreign(foreign.id()));
      }
    }
    return ends.isEmpty() ? List.of(Places.of(line)) : ends;
  }
}
