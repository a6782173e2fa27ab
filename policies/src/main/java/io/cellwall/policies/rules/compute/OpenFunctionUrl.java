package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A function answers anybody on the internet. */
public final class OpenFunctionUrl implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrongByDefault(
              "aws:lambda/functionUrl:FunctionUrl", "authorizationType", "be AWS_IAM", "NONE")
          .wrong("aws:lambda/permission:Permission", "functionUrlAuthType", "be AWS_IAM", "NONE");

  @Override
  public String explanation() {
    return "A function's URL with authorization NONE asks nobody who they are; it is an"
        + " entrance that no edge stands before.";
  }

  @Override
  public String fix() {
    return "set AWS_IAM, or call the function through the entrance of the cell";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
