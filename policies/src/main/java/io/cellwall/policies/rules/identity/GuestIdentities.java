package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An identity pool gives credentials of the account to whoever asks. */
public final class GuestIdentities implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:cognito/identityPool:IdentityPool",
              "allowUnauthenticatedIdentities",
              "be false",
              "true");

  @Override
  public String explanation() {
    return "A guest has shown nothing, and gets a role of the cell all the same.";
  }

  @Override
  public String fix() {
    return "set allowUnauthenticatedIdentities to false";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#authenticated-and-unauthenticated-identities"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_identity_provider.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
