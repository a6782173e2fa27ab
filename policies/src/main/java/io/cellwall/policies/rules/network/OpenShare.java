package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A share of resources that principals outside the organization may join. */
public final class OpenShare implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:ram/resourceShare:ResourceShare", "allowExternalPrincipals", "be false", "true");

  @Override
  public String explanation() {
    return "What is shared is no longer behind the wall of the account: whoever joins the"
        + " share uses it as its own.";
  }

  @Override
  public String fix() {
    return "set allowExternalPrincipals to false, and share with nobody beyond this"
        + " stack's account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_share_securely.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
