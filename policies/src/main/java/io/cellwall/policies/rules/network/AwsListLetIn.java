package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.SecurityGroups;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A group of a cell lets in a prefix list that AWS keeps: the addresses of a service through which
 * any customer of AWS can send.
 */
public final class AwsListLetIn implements Rule {

  /** AWS's own lists have short ids; a customer's were never anything but long. */
  private static final Pattern OF_AWS = Pattern.compile("pl-[0-9a-f]{8}");

  @Override
  public String explanation() {
    return "AWS's own prefix lists are shared by all customers: whoever has a distribution"
        + " or a machine of his own comes in by that service's addresses.";
  }

  @Override
  public String fix() {
    return "let in a security group of this stack, or the addresses of the zone's edge";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!context.home().isCell() || !SecurityGroups.isOne(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (NodeTexts.Held held : context.texts(node).all()) {
      String path = held.path();
      if (OF_AWS.matcher(held.text()).matches() && !SecurityGroups.isEgress(node, path)) {
        findings.add(
            Crossing.of(this, node)
                .violation(
                    path,
                    path
                        + " lets in "
                        + held.shown()
                        + ", a list that AWS keeps for all its customers; it must let in this"
                        + " stack's own addresses"));
      }
    }
    return findings;
  }
}
