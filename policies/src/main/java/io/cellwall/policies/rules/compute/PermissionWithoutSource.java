package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A service may call a function, whoever the service works for. */
public final class PermissionWithoutSource implements Rule {

  private static final String PERMISSION = "aws:lambda/permission:Permission";

  @Override
  public String explanation() {
    return "A service works for every account; without a source any bucket, bus or topic of"
        + " anybody calls the function of this cell.";
  }

  @Override
  public String fix() {
    return "set sourceAccount to this stack's account, or sourceArn to a resource in it";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html"),
        URI.create("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !node.type().equals(PERMISSION)) {
      return List.of();
    }
    String principal = node.inputs().text("principal").orElse("");
    return principal.contains(".amazon") && !isPinned(node, context.home().account().value())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "sourceAccount",
                    "principal is "
                        + Property.at(node, "principal").get(0).shown()
                        + ", and neither sourceAccount nor sourceArn says for whom; it must be for"
                        + " account "
                        + context.home().account()))
        : List.of();
  }

  // The ARN of a bucket or of an API has no account, so that it alone does not say whose it is.
  private static boolean isPinned(Node node, String account) {
    return isKnown(node, "sourceAccount")
        || node.inputs()
            .text("sourceArn")
            .map(arn -> arn.matches("arn:[^:]*:[^:]*:[^:]*:[0-9]{12}:.*"))
            .orElse(isKnown(node, "sourceArn"))
        || node.inputs().text("sourceArn").filter(arn -> arn.contains(account)).isPresent();
  }

  private static boolean isKnown(Node node, String property) {
    return Property.at(node, property).stream()
        .anyMatch(given -> !(given.value() instanceof Value.Null));
  }
}
