package io.cellwall.policies.network.path;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.Place;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps a stack from being judged: parts of its network that nobody can place. */
public final class Doubts {

  private static final Pattern NETWORK =
      Pattern.compile("aws:(ec2|ec2transitgateway|vpc|lb|alb|elb|networkmanager)/.*");
  private static final Map<String, Set<String>> STRUCTURE =
      Map.of(
          "vpcId", AwsTypes.VPC,
          "subnetId", AwsTypes.SUBNET,
          "routeTableId", AwsTypes.ROUTE_TABLE,
          "transitGatewayId", AwsTypes.TRANSIT_GATEWAY,
          "transitGatewayAttachmentId", AwsTypes.TRANSIT_GATEWAY_ATTACHMENT);

  /** Types that have to be in one place, and not perhaps in several. */
  private static final Pattern PLACED =
      Pattern.compile(
          ".*:(Subnet|DefaultSubnet|RouteTableAssociation|MainRouteTableAssociation|VpcAttachment"
              + "|RouteTablePropagation)");

  private Doubts() {}

  /** For each stack with such a part, which it is. */
  public static Map<String, String> of(Resources resources, Collection<Connector> connectors) {
    Map<String, String> doubts = new LinkedHashMap<>();
    for (Connector connector : connectors) {
      boolean open =
          connector.to() instanceof Place.Unknown || connector.from() instanceof Place.Unknown;
      if (open && connector.kind().carriesPackets()) {
        doubts.putIfAbsent(connector.stack(), why(connector.property(), connector.urn()));
      }
    }
    for (Resource resource : resources.all()) {
      boolean network =
          resource.node().kind() == Node.Kind.RESOURCE
              && NETWORK.matcher(resource.type()).matches();
      if (!network) {
        continue;
      }
      for (Map.Entry<String, Set<String>> each : STRUCTURE.entrySet()) {
        String property = each.getKey();
        if (resource.value(property) instanceof Value.Unknown) {
          Reference meant = resources.refer(resource, property, AwsTypes.in(each.getValue()));
          boolean manifold =
              meant.resources().size() > 1 && PLACED.matcher(resource.type()).matches();
          if (meant instanceof Reference.Unknown || manifold) {
            doubts.putIfAbsent(resource.stack(), why(property, resource.urn()));
          }
        }
      }
    }
    return doubts;
  }

  private static String why(String property, String urn) {
    return ("%s of %s is not known yet, and nothing says which one it is:"
            + " pass the output of the resource that is meant")
        .formatted(property, urn);
  }

  static String why(Witness witness) {
    Hop last = witness.hops().get(witness.hops().size() - 1);
    for (Hop hop : witness.hops()) {
      if (hop.what().startsWith("nothing says") || hop.what().startsWith("may send")) {
        return "%s: %s".formatted(hop.urn(), hop.what());
      }
    }
    return "a packet could get to %s, depending on what the graphs leave open"
        .formatted(last.urn());
  }
}
