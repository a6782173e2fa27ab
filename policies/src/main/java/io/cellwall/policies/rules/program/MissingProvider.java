package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A resource or a call uses the default provider, or one that the graph does not have. */
public final class MissingProvider implements Rule {

  @Override
  public String explanation() {
    return "The default provider takes account and region from the environment of whoever runs"
        + " it: a cell would land wherever that points.";
  }

  @Override
  public String fix() {
    return "pass an explicit provider with region and allowedAccountIds, and set"
        + " pulumi:disable-default-providers";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/docs/iac/concepts/resources/providers/"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/aws-account-management-and-separation.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    boolean applies =
        (node.kind() == Node.Kind.RESOURCE || node.kind() == Node.Kind.INVOKE)
            && !node.type().startsWith("pulumi:");
    Optional<String> provider = node.provider();
    if (!applies || provider.flatMap(context.graph()::find).isPresent()) {
      return List.of();
    }
    String what =
        provider
            .map(urn -> "its provider " + urn + " is not in the graph")
            .orElse("it uses the default provider");
    return List.of(
        Crossing.of(this, node)
            .violation("provider", what + "; it must use an explicit one of this stack"));
  }
}
