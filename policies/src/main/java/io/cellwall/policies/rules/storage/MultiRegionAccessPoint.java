package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** An access point in front of buckets of several regions. */
public final class MultiRegionAccessPoint implements Rule {

  private static final Set<String> TYPES =
      Set.of(
          "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
          "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy");

  @Override
  public String explanation() {
    return "It routes each request to whichever of its regions is nearest and up, over a"
        + " global service: reads and writes cross cells and zones as routes change.";
  }

  @Override
  public String fix() {
    return "use the bucket itself, or an access point in its own region";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.kind() == Node.Kind.RESOURCE && TYPES.contains(node.type())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "type",
                    "it is a "
                        + node.type()
                        + ", which joins buckets of several regions; it must be an access point in its own region"))
        : List.of();
  }
}
