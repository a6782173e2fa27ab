package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.document.TextSet;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A policy lets everybody in: an Allow whose principal is {@code *}, and no condition that pins it
 * to the stack's own account or network.
 *
 * <p>A VPC endpoint's policy grants nothing by itself; there {@code *} is open only together with
 * every resource.
 */
public final class OpenPrincipal implements Rule {

  private static final Pattern PRINCIPAL_PROPERTY =
      Pattern.compile("(?:.*\\.)?(?i:allowedPrincipals|principals?|principalArns?)(?:\\[[0-9]+])?");

  /** Everybody, or everybody of a name in whatever account. */
  private static final Pattern EVERYBODY = Pattern.compile("\\*|arn:[^:]*:iam::[^:]*[*?][^:]*:.*");

  private static final String ENDPOINT = "aws:ec2/vpcEndpoint";

  @Override
  public String explanation() {
    return "Across accounts both sides must allow; a resource that allows everybody has given its"
        + " side away, to every cell at once.";
  }

  @Override
  public String fix() {
    return "name the principals, or pin the statement with StringEquals on aws:PrincipalAccount,"
        + " aws:SourceAccount or kms:CallerAccount to this stack's account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_analyze_cross_account.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Crossing crossing = Crossing.of(this, node);
    for (NodeTexts.Held held : context.texts(node).all()) {
      String path = held.path();
      if (EVERYBODY.matcher(held.text()).matches()
          && !path.contains(".Statement")
          && PRINCIPAL_PROPERTY.matcher(path).matches()) {
        findings.add(
            crossing.violation(
                path, path + " is \"" + held.shown() + "\"; it must name who may connect"));
      }
    }
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (isOpen(node, placed.statement(), context)) {
          findings.add(
              crossing.violation(
                  placed.at() + ".Principal",
                  placed.at()
                      + ".Principal is everybody, without a condition that pins it; it must be of"
                      + " account "
                      + context.home().account()));
        }
      }
    }
    return findings;
  }

  private static boolean isOpen(Node node, Statement statement, RuleContext context) {
    if (statement.effect() != Effect.ALLOW
        || statement.principals().filter(OpenPrincipal::hasEverybody).isEmpty()
        || Pins.onRequester(statement, context)) {
      return false;
    }
    return !node.type().startsWith(ENDPOINT)
        || (isOnEverything(statement.resources()) && !Pins.onResource(statement, context));
  }

  private static boolean hasEverybody(PrincipalSet principals) {
    return principals.negated()
        || principals.patterns().stream()
            .anyMatch(
                pattern ->
                    pattern instanceof PrincipalPattern.Everyone
                        || (pattern instanceof PrincipalPattern.Service service
                            && service.name().equals("*"))
                        || (pattern instanceof PrincipalPattern.Federated federated
                            && federated.provider().equals("*")));
  }

  private static boolean isOnEverything(TextSet resources) {
    return resources.negated()
        || resources.texts().stream().anyMatch(text -> text.raw().equals("*"));
  }
}
