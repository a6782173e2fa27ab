package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that exists only to reach networks outside AWS: a VPN, a dedicated line, a gateway that
 * stands on a site.
 */
public final class LineToElsewhere implements Rule {

  private static final Set<String> LINES =
      Set.of(
          "aws:datasync/agent:Agent",
          "aws:directconnect/bgpPeer:BgpPeer",
          "aws:directconnect/connection:Connection",
          "aws:directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface",
          "aws:directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter",
          "aws:directconnect/hostedPublicVirtualInterface:HostedPublicVirtualInterface",
          "aws:directconnect/hostedPublicVirtualInterfaceAccepter:HostedPublicVirtualInterfaceAccepter",
          "aws:directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface",
          "aws:directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor",
          "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
          "aws:directconnect/publicVirtualInterface:PublicVirtualInterface",
          "aws:directconnect/transitVirtualInterface:TransitVirtualInterface",
          "aws:ec2/carrierGateway:CarrierGateway",
          "aws:ec2/customerGateway:CustomerGateway",
          "aws:ec2/localGatewayRoute:LocalGatewayRoute",
          "aws:ec2/localGatewayRouteTableVpcAssociation:LocalGatewayRouteTableVpcAssociation",
          "aws:ec2/vpnConnection:VpnConnection",
          "aws:ec2clientvpn/endpoint:Endpoint",
          "aws:ec2transitgateway/connect:Connect",
          "aws:ec2transitgateway/connectPeer:ConnectPeer",
          "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint",
          "aws:networkmanager/connectAttachment:ConnectAttachment",
          "aws:networkmanager/connectPeer:ConnectPeer",
          "aws:networkmanager/customerGatewayAssociation:CustomerGatewayAssociation",
          "aws:networkmanager/dxGatewayAttachment:DxGatewayAttachment",
          "aws:networkmanager/siteToSiteVpnAttachment:SiteToSiteVpnAttachment",
          "aws:ssm/activation:Activation",
          "aws:storagegateway/gateway:Gateway",
          "aws:verifiedaccess/endpoint:Endpoint");

  /**
   * What stands on a site where another would run in the VPC: the property, and its value there.
   */
  private static final Map<String, String> ON_SITE =
      Map.of(
          "aws:ecs/service:Service", "launchType",
          "aws:ecs/taskDefinition:TaskDefinition", "requiresCompatibilities",
          "aws:eks/cluster:Cluster", "remoteNetworkConfig");

  private static final String EXTERNAL = "EXTERNAL";

  @Override
  public String explanation() {
    return "A cell has no way to any other network: requests come by PrivateLink from its"
        + " zone's edge. Where a line ends, no rule can see.";
  }

  @Override
  public String fix() {
    return "take the line away; what operators need, they reach by Session Manager";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/network-to-amazon-vpc-connectivity-options.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/what-is-a-cell-based-architecture.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    if (LINES.contains(node.type())) {
      return List.of(
          Crossing.of(this, node)
              .violation(
                  "type",
                  "it is a line to a network outside AWS, of which nothing is known; there must"
                      + " be none"));
    }
    return Property.at(node, ON_SITE.getOrDefault(node.type(), "none")).stream()
        .filter(property -> !(property.value() instanceof Value.Null))
        .filter(property -> property.scalar().map(EXTERNAL::equals).orElse(true))
        .map(
            property ->
                Crossing.of(this, node)
                    .violation(
                        property.path(),
                        property.path()
                            + " has what runs on a site outside AWS; it must run in this stack's"
                            + " VPC"))
        .toList();
  }
}
