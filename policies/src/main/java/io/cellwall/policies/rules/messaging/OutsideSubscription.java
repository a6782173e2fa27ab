package io.cellwall.policies.rules.messaging;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Admission;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A topic sends its messages to an address on the internet, by mail or to a telephone. */
public final class OutsideSubscription implements Rule {

  private static final Set<String> OUTWARD =
      Set.of("http", "https", "email", "email-json", "sms", "application");

  @Override
  public String explanation() {
    return "Messages of a cell are data of its tenants, or say something of them; mail servers,"
        + " telephones and web hooks lie in no zone.";
  }

  @Override
  public String fix() {
    return "subscribe a queue or a function of this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!node.type().equals("aws:sns/topicSubscription:TopicSubscription")) {
      return List.of();
    }
    String protocol = node.inputs().text("protocol").orElse("");
    boolean ours =
        protocol.startsWith("http")
            && context.references(node).found().stream()
                .filter(reference -> reference.property().equals("endpoint"))
                .filter(reference -> reference.kind() == Reference.Kind.HOST)
                .anyMatch(reference -> Admission.admits(context.home(), node, reference));
    return OUTWARD.contains(protocol) && !ours
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "endpoint",
                    "endpoint leaves the cell by "
                        + protocol
                        + "; it must be the ARN of a queue or"
                        + " a function of this stack"))
        : List.of();
  }
}
