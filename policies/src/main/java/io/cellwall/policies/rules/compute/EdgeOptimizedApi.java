package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An API of API Gateway is served through AWS's edge locations all over the world. */
public final class EdgeOptimizedApi implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrongByDefault(
              "aws:apigateway/restApi:RestApi",
              "endpointConfiguration.types",
              "be REGIONAL or PRIVATE",
              "EDGE")
          .wrongByDefault(
              "aws:apigateway/domainName:DomainName",
              "endpointConfiguration.types",
              "be REGIONAL or PRIVATE",
              "EDGE");

  @Override
  public String explanation() {
    return "An edge-optimized API takes each request in wherever the caller is, through"
        + " CloudFront: the data passes outside the zone.";
  }

  @Override
  public String fix() {
    return "set endpointConfiguration.types to REGIONAL or PRIVATE";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
