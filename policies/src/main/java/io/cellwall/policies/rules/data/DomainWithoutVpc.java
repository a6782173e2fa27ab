package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A search domain or collection has its endpoint on the internet. */
public final class DomainWithoutVpc implements Rule {

  private static final Set<String> DOMAINS =
      Set.of("aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain");

  private static final Pattern FROM_ANYWHERE = Pattern.compile("\"AllowFromPublic\"\\s*:\\s*true");

  @Override
  public String explanation() {
    return "A domain outside a VPC is reached by anybody whom its access policy lets in,"
        + " from anywhere.";
  }

  @Override
  public String fix() {
    return "set vpcOptions to this stack's subnets, or the network policy to its VPC" + " endpoint";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"),
        URI.create(
            "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    if (DOMAINS.contains(node.type())
        && node.inputs().values().getOrDefault("vpcOptions", new Value.Null()).bare()
            instanceof Value.Null) {
      return List.of(
          crossing.violation(
              "vpcOptions",
              "vpcOptions is left out, so its endpoint is on the internet; it must be the subnets"
                  + " of "
                  + context.home().stack()));
    }
    return node.type().equals("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy")
            && node.inputs().text("policy").filter(DomainWithoutVpc::isPublic).isPresent()
        ? List.of(
            crossing.violation(
                "policy",
                "policy sets AllowFromPublic to true; it must name the VPC endpoint of "
                    + context.home().stack()))
        : List.of();
  }

  private static boolean isPublic(String policy) {
    return FROM_ANYWHERE.matcher(policy).find();
  }
}
