package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.document.PolicyProblem;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** A policy document that cannot be read, or holds what AWS would not take. */
public final class UnreadablePolicy implements Rule {

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "What cannot be read has not been judged; a policy that nobody judged may allow"
        + " anything.";
  }

  @Override
  public String fix() {
    return "write the document as the grammar of IAM policies has it";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    return context.policies(node).stream()
        .filter(policy -> !policy.problems().isEmpty())
        .map(
            policy -> {
              PolicyProblem problem = policy.problems().get(0);
              String more =
                  policy.problems().size() == 1
                      ? ""
                      : " (and " + (policy.problems().size() - 1) + " more)";
              return Crossing.of(this, node)
                  .undecided(
                      policy.property(),
                      policy.secret()
                          ? policy.property() + " holds a policy that cannot be read" + more
                          : problem + more);
            })
        .toList();
  }
}
