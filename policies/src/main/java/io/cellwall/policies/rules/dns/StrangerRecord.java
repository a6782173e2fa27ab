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
import java.util.Set;

/** A record leads to a host or an address that is neither the stack's own nor AWS's. */
public final class StrangerRecord implements Rule {

  /** Types whose records clients follow. */
  private static final Set<String> LEADING =
      Set.of("A", "AAAA", "CNAME", "HTTPS", "MX", "NS", "SRV", "SVCB");

  @Override
  public String explanation() {
    return "Who follows a name of the fleet sends requests and credentials where the"
        + " record leads; a stranger's host lies in no zone.";
  }

  @Override
  public String fix() {
    return "let the record lead to a resource that this stack declares";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"),
        URI.create(
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!node.type().equals("aws:route53/record:Record")
        || node.inputs().text("type").filter(LEADING::contains).isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    node.inputs()
        .values()
        .getOrDefault("records", new Value.Null())
        .walk(
            "records",
            false,
            (path, text, secret) -> {
              if (leadsOut(path, text, context)) {
                findings.add(
                    Crossing.of(this, node)
                        .violation(
                            path,
                            path
                                + " leads to "
                                + (secret ? "(secret)" : text)
                                + ", which is neither this stack's nor AWS's; it must lead to what"
                                + " this stack declares"));
              }
            });
    return findings;
  }

  private static boolean leadsOut(String path, String text, RuleContext context) {
    // Priority, weight and port come first; the last word is where it leads.
    String target = text.strip().substring(text.strip().lastIndexOf(' ') + 1);
    return StrangerHost.in(path, target, context).isPresent()
        || StrangerHost.isPublicAddress(path, target, context);
  }
}
