package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An identity pool gives credentials of the account to whoever asks. */
public final class GuestIdentities implements Rule {

  private static final String POOL = "aws:cognito/identityPool:IdentityPool";

  /** Google, Facebook and their like: anybody may have an account there. */
  private static final String PROVIDERS = "supportedLoginProviders";

  private static final Settings SETTINGS =
      Settings.none().wrong(POOL, "allowUnauthenticatedIdentities", "be false", "true");

  @Override
  public String explanation() {
    return "A guest has shown nothing, or no more than that he has some account on the internet, and gets"
        + " a role of the cell all the same.";
  }

  @Override
  public String fix() {
    return "set allowUnauthenticatedIdentities to false, and let people in through a user pool of this stack";
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
    List<Finding> findings = new ArrayList<>(SETTINGS.judge(this, node));
    if (node.kind() == Node.Kind.RESOURCE && node.type().equals(POOL)) {
      Property.at(node, PROVIDERS).stream()
          .filter(
              property ->
                  property.value() instanceof Value.Fields given && !given.values().isEmpty())
          .forEach(
              property ->
                  findings.add(
                      Crossing.of(this, node)
                          .violation(
                              property.path(),
                              property.path()
                                  + " lets in whoever has an account with somebody else's sign-in;"
                                  + " it must be left out")));
    }
    return findings;
  }
}
