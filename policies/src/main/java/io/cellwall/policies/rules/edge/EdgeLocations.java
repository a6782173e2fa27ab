package io.cellwall.policies.rules.edge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A stack is served from AWS's edge locations, which lie everywhere. */
public final class EdgeLocations implements Rule {

  /** Each ends the encryption, and may keep answers, at a place near whoever asks. */
  private static final Set<String> ENDING =
      Set.of(
          "aws:amplify/app:App",
          "aws:cloudfront/distribution:Distribution",
          "aws:cloudfront/keyValueStore:KeyValueStore",
          "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          "aws:cloudfront/vpcOrigin:VpcOrigin",
          "aws:lightsail/distribution:Distribution");

  /** Packets pass as they are, but it is the zone that has an accelerator, never a cell. */
  private static final Set<String> PASSING =
      Set.of(
          "aws:globalaccelerator/accelerator:Accelerator",
          "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator");

  @Override
  public String explanation() {
    return "What is served from edge locations is decrypted in whichever country the caller is near to, and"
        + " an accelerator of a cell is an entrance past its zone's edge.";
  }

  @Override
  public String fix() {
    return "serve from the zone's regions, through the accelerator of the zone";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    if (ENDING.contains(node.type())) {
      return List.of(
          crossing
              .violation(
                  "type",
                  "it takes requests, and their data, at edge locations in all countries; there"
                      + " must be none")
              .acrossZones());
    }
    return context.home().isCell() && PASSING.contains(node.type())
        ? List.of(
            crossing.violation(
                "type",
                "it leads from AWS's edge locations into a cell; it must be the zone's, and end at"
                    + " the edge"))
        : List.of();
  }
}
