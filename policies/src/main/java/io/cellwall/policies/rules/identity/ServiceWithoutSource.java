package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Pins;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resource lets an AWS service in, whoever the service works for. */
public final class ServiceWithoutSource implements Rule {

  /** Its policy allows nothing by itself. */
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint";

  @Override
  public String explanation() {
    return "A service works for every account; without a source it does for any cell, and"
        + " for strangers, what it may do here: the confused deputy.";
  }

  @Override
  public String fix() {
    return "add StringEquals on aws:SourceAccount with this stack's account, or ArnLike on"
        + " aws:SourceArn with its resource";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_analyze_cross_account.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (policy.kind() == PolicyKind.RESOURCE && !node.type().startsWith(ENDPOINT)) {
          service(placed.statement())
              .filter(service -> !Pins.onSource(placed.statement(), context))
              .ifPresent(
                  service -> findings.add(finding(node, policy, placed.at(), service, context)));
        }
      }
    }
    return findings;
  }

  private Finding finding(
      Node node, HeldPolicy policy, String at, String service, RuleContext context) {
    return Crossing.of(this, node)
        .violation(
            at + ".Principal.Service",
            at
                + " lets "
                + policy.shown(service)
                + " in for any account; it must do so for account "
                + context.home().account()
                + " only");
  }

  private static Optional<String> service(Statement statement) {
    return statement.effect() != Effect.ALLOW
        ? Optional.empty()
        : statement.principals().stream()
            .filter(principals -> !principals.negated())
            .flatMap(principals -> principals.patterns().stream())
            .filter(PrincipalPattern.Service.class::isInstance)
            .map(pattern -> ((PrincipalPattern.Service) pattern).name())
            .filter(name -> !name.equals("*"))
            .findFirst();
  }
}
