package io.cellwall.policies.rules.dns;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.StrangerHost;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names are asked of a resolver on the internet. */
public final class StrangerResolver implements Rule {

  /** For each type, the property that says whom to ask. */
  private static final Map<String, String> ASKED =
      Map.of(
          "aws:ec2/vpcDhcpOptions:VpcDhcpOptions", "domainNameServers",
          "aws:route53/resolverRule:ResolverRule", "targetIps");

  @Override
  public String explanation() {
    return "Whoever answers decides where the cell's requests go, and learns what it asks;"
        + " data can leave inside questions.";
  }

  @Override
  public String fix() {
    return "ask Amazon's resolver, AmazonProvidedDNS, or one in this stack's addresses";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html"),
        URI.create("https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    String property = ASKED.get(node.type());
    if (property == null || node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    node.inputs()
        .values()
        .getOrDefault(property, new Value.Null())
        .walk(
            property,
            false,
            (path, text, secret) -> {
              if (StrangerHost.isPublicAddress(path, text, context)) {
                findings.add(
                    Crossing.of(this, node)
                        .violation(
                            path,
                            path
                                + " asks "
                                + (secret ? "(secret)" : text)
                                + ", a resolver on the internet; it must ask one of AWS or of this"
                                + " stack"));
              }
            });
    return findings;
  }
}
