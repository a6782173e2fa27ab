package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A role or user has no permissions boundary, or one that is not of its account. */
public final class RoleWithoutBoundary implements Rule {

  private static final Set<String> IDENTITIES = Set.of("aws:iam/role:Role", "aws:iam/user:User");

  @Override
  public String explanation() {
    return "The boundary is the ceiling that keeps each identity of a cell inside it,"
        + " whatever policies it is given later; AWS's own policies are no ceiling.";
  }

  @Override
  public String fix() {
    return "set permissionsBoundary to the boundary policy of this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_define_guardrails.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !IDENTITIES.contains(node.type())) {
      return List.of();
    }
    Value boundary = node.inputs().values().getOrDefault("permissionsBoundary", new Value.Null());
    String must = "; it must be a policy of account " + context.home().account();
    Crossing crossing = Crossing.of(this, node);
    if (boundary.bare() instanceof Value.Null) {
      return List.of(
          crossing.violation("permissionsBoundary", "permissionsBoundary is left out" + must));
    }
    return boundary.bare() instanceof Value.Text text
            && text.value().matches("arn:[^:]*:iam::aws:.*")
        ? List.of(
            crossing.violation(
                "permissionsBoundary", "permissionsBoundary is a policy of AWS" + must))
        : List.of();
  }
}
