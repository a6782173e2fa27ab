package io.cellwall.policies.network.connector;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What all else names: any property of any resource that holds the id or ARN of part of another
 * stack's network, or an id of network shape that no stack has.
 */
final class AttachmentConnectors {

  // Security groups and prefix lists are missing here: naming one joins nothing.
  private static final Pattern ID =
      Pattern.compile(
          "(vpc|subnet|rtb|acl|tgw|tgw-attach|tgw-rtb|pcx|igw|eigw|nat|eni|vgw|vpce|vpce-svc|i"
              + "|eipalloc|rslvr-in|rslvr-out|rslvr-rr|core-network|sn|svc|lgw|cagw)"
              + "-[0-9a-f]{8,17}");
  private static final Pattern ARN =
      Pattern.compile(
          "arn:[^:]+:(ec2|elasticloadbalancing|networkmanager|vpc-lattice|directconnect|route53resolver"
              + "|network-firewall):.*");
  private static final Pattern NETWORK_TYPE =
      Pattern.compile(
          "aws:(ec2|ec2transitgateway|vpc|lb|alb|elb|vpclattice|networkmanager|directconnect"
              + "|networkfirewall)/.*");
  private static final Pattern NOT_NAMING =
      Pattern.compile("(tags|tagsAll|description|userData|userDataBase64|policy)([.\\[].*)?");

  private final Resources resources;
  private final Places places;
  private final Set<String> covered;

  AttachmentConnectors(Network network, Places places, Set<String> covered) {
    this.resources = network.resources();
    this.places = places;
    this.covered = covered;
  }

  List<Connector> find() {
    List<Connector> found = new ArrayList<>();
    for (Resource resource : resources.all()) {
      if (resource.node().kind() != Node.Kind.RESOURCE) {
        continue;
      }
      resource.search(
          (name, value) -> isNetworkName(value),
          (name, part) -> {
            if (!NOT_NAMING.matcher(part.property()).matches()
                && !covered.contains(resource.urn() + "#" + part.property())) {
              beyond(resource, part)
                  .ifPresent(
                      place ->
                          found.add(
                              Kind.ATTACHMENT.between(
                                  Places.of(resource),
                                  place,
                                  resource.stack(),
                                  resource.urn(),
                                  part.property())));
            }
          });
    }
    return found;
  }

  private static boolean isNetworkName(Value value) {
    if (!(value instanceof Value.Text text)) {
      return false;
    }
    String name = text.value();
    boolean shaped =
        name.startsWith("arn:")
            ? ARN.matcher(name).matches()
            : name.length() < 40 && ID.matcher(name).matches();
    return shaped && !name.contains("*") && !name.contains(":security-group/");
  }

  private Optional<Place> beyond(Resource resource, Resource.Part part) {
    String name = Resource.text(part.value()).orElse("");
    return places.of(resource, part, type -> NETWORK_TYPE.matcher(type).matches()).stream()
        .filter(place -> place.isBeyond(resource.stack()))
        .filter(place -> !ownIdentity(resource, name))
        .findFirst();
  }

  private static boolean ownIdentity(Resource resource, String name) {
    return resource.node().id().filter(name::equals).isPresent();
  }
}
