package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Something that exists only to reach networks outside AWS: a VPN, a dedicated line, a gateway that
 * stands on a site.
 */
public final class LineToElsewhere implements Rule {

  private static final Set<String> LINES =
      Set.of(
          "aws:directconnect/bgpPeer:BgpPeer",
          "aws:directconnect/connection:Connection",
          "aws:directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface",
          "aws:directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter",
          "aws:directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface",
          "aws:directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor",
          "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
          "aws:directconnect/transitVirtualInterface:TransitVirtualInterface",
          "aws:ec2/customerGateway:CustomerGateway",
          "aws:ec2/vpnConnection:VpnConnection",
          "aws:ec2clientvpn/endpoint:Endpoint",
          "aws:networkmanager/connectAttachment:ConnectAttachment",
          "aws:networkmanager/siteToSiteVpnAttachment:SiteToSiteVpnAttachment",
          "aws:verifiedaccess/endpoint:Endpoint");

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
    return node.kind() == Node.Kind.RESOURCE && LINES.contains(node.type())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "type",
                    "it is a line to a network outside AWS, of which nothing is known; there must"
                        + " be none"))
        : List.of();
  }
}
