package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.JsonText;
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
    node.inputs()
        .walk(
            "",
            false,
            (path, text, secret) -> {
              if (text.equals("*") && PRINCIPAL_PROPERTY.matcher(path).matches()) {
                findings.add(
                    crossing.violation(path, path + " is \"*\"; it must name who may connect"));
              }
              JsonText.parse(text)
                  .ifPresent(document -> statements(node, path, document, context, findings));
            });
    return findings;
  }

  private void statements(
      Node node, String path, Value document, RuleContext context, List<Finding> findings) {
    if (!(document instanceof Value.Fields policy)) {
      return;
    }
    List<Value> statements = PolicyStatement.list(policy.values().get("Statement"));
    for (int i = 0; i < statements.size(); i++) {
      PolicyStatement statement = new PolicyStatement(statements.get(i));
      boolean ceiling = node.type().startsWith(ENDPOINT) && !statement.isOnEverything();
      if (statement.allowsEverybody() && !ceiling && !statement.isPinned(context)) {
        String at = path + ".Statement[" + i + "].Principal";
        findings.add(
            Crossing.of(this, node)
                .violation(
                    at,
                    at
                        + " is everybody, without a condition that pins it; it must be of account "
                        + context.home().account()));
      }
    }
  }
}
