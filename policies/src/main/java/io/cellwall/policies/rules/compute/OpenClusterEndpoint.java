package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cluster's API is open to the internet. */
public final class OpenClusterEndpoint implements Rule {

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

  @Override
  public String explanation() {
    return "Whoever holds a credential, or a flaw in the API server, is in the cell without"
        + " passing its entrance.";
  }

  @Override
  public String fix() {
    return "set vpcConfig.endpointPublicAccess to false and endpointPrivateAccess to true,"
        + " or publicAccessCidrs to known addresses";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"),
        URI.create(
            "https://docs.aws.amazon.com/eks/latest/best-practices/cluster-access-management.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE
        || !node.type().equals("aws:eks/cluster:Cluster")
        || Property.at(node, "vpcConfig").stream()
            .anyMatch(config -> config.value() instanceof Value.Unknown)) {
      return List.of();
    }
    List<Property> access = Property.at(node, "vpcConfig.endpointPublicAccess");
    if (access.stream().anyMatch(each -> !each.scalar().equals(Optional.of("true")))) {
      return List.of();
    }
    List<Property> from = Property.at(node, "vpcConfig.publicAccessCidrs");
    Crossing crossing = Crossing.of(this, node);
    if (from.isEmpty()) {
      return List.of(
          crossing.violation(
              "vpcConfig.publicAccessCidrs",
              "vpcConfig.endpointPublicAccess is "
                  + (access.isEmpty() ? "left out, so it is true" : "true")
                  + ", and vpcConfig.publicAccessCidrs is left out, so it is 0.0.0.0/0; it must be"
                  + " closed, or name addresses"));
    }
    return from.stream()
        .filter(each -> each.scalar().filter(EVERYWHERE::contains).isPresent())
        .map(
            each ->
                crossing.violation(
                    each.path(),
                    each.path() + " is " + each.shown() + "; it must be closed, or name addresses"))
        .toList();
  }
}
