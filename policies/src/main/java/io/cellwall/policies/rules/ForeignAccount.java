package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** A value names an account that is not the stack's. */
public final class ForeignAccount implements Rule {

  @Override
  public String explanation() {
    return "A cell has an account to itself; whoever is named from another account is beyond its"
        + " wall.";
  }

  @Override
  public String fix() {
    return "use the account that the inventory gives to this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_analyze_cross_account.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/what-is-a-cell-based-architecture.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    return context.references(node).found().stream()
        .filter(reference -> reference.kind() == Kind.ACCOUNT || reference.kind() == Kind.PRINCIPAL)
        .filter(reference -> !reference.property().startsWith("forbiddenAccountIds"))
        .filter(reference -> !Admission.admits(context.home(), node, reference))
        .map(
            reference ->
                Crossing.of(this, node)
                    .reference(
                        Severity.VIOLATION,
                        reference,
                        "be " + context.home().account() + ", the account of this stack"))
        .toList();
  }
}
