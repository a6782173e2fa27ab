package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** An access point of a bucket takes requests from the internet. */
public final class AccessPointWithoutVpc implements Rule {

  private static final Set<String> TYPES =
      Set.of(
          "aws:s3/accessPoint:AccessPoint",
          "aws:s3control/objectLambdaAccessPoint:ObjectLambdaAccessPoint");

  @Override
  public String explanation() {
    return "An access point is a second door with a policy of its own; without a VPC whoever"
        + " that policy lets in may come from anywhere.";
  }

  @Override
  public String fix() {
    return "set vpcConfiguration to this stack's VPC";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !TYPES.contains(node.type())) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    // An Object Lambda access point has no network of its own: it opens the one it stands on.
    if (!node.type().equals("aws:s3/accessPoint:AccessPoint")) {
      return List.of(
          crossing.violation(
              "configuration.supportingAccessPoint",
              "it opens an access point to the internet, as no Object Lambda access point can be"
                  + " kept in a VPC; it must be left out"));
    }
    Value vpc = node.inputs().values().getOrDefault("vpcConfiguration", new Value.Null());
    return vpc.bare() instanceof Value.Null
        ? List.of(
            crossing.violation(
                "vpcConfiguration",
                "vpcConfiguration is left out, so it takes requests from the internet; it must be"
                    + " the VPC of "
                    + context.home().stack()))
        : List.of();
  }
}
