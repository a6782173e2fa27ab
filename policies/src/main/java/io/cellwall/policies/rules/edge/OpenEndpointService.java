package io.cellwall.policies.rules.edge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A PrivateLink endpoint service that accepts connections by itself. */
public final class OpenEndpointService implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:ec2/vpcEndpointService:VpcEndpointService",
              "acceptanceRequired",
              "be true",
              "false");

  @Override
  public String explanation() {
    return "Who may connect to a cell is decided twice: by the list of principals, and by"
        + " accepting each connection; the second catches a mistake in the first.";
  }

  @Override
  public String fix() {
    return "set acceptanceRequired to true";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html"),
        URI.create(
            "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
