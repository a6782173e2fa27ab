package io.cellwall.policies.network.path;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.Place;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What keeps a stack from being judged: parts of its network that nobody can place. */
public final class Doubts {

  private static final Pattern NETWORK =
      Pattern.compile("aws:(ec2|ec2transitgateway|vpc|lb|alb|elb|networkmanager)/.*");
  private static final List<String> STRUCTURE =
      List.of(
          "vpcId",
          "subnetId",
          "routeTableId",
          "networkAclId",
          "securityGroupId",
          "transitGatewayId",
          "transitGatewayAttachmentId",
          "transitGatewayRouteTableId",
          "prefixListId");

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
      for (String property : STRUCTURE) {
        if (resource.value(property) instanceof Value.Unknown
            && resources.refer(resource, property, type -> type.startsWith("aws:"))
                instanceof Reference.Unknown
            && !resources.derivesFromWithin(resource, property)) {
          doubts.putIfAbsent(resource.stack(), why(property, resource.urn()));
        }
      }
    }
    return doubts;
  }

  private static String why(String property, String urn) {
    return ("%s of %s is not known yet, and nothing says what it derives from:"
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
