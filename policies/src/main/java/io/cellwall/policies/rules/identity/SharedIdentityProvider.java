package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The stack trusts an identity provider that is not the stack's own. */
public final class SharedIdentityProvider implements Rule {

  /** Where each type says who the provider is. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "aws:iam/openIdConnectProvider:OpenIdConnectProvider", "url",
          "aws:iam/samlProvider:SamlProvider", "samlMetadataDocument",
          "aws:eks/identityProviderConfig:IdentityProviderConfig", "oidc.issuerUrl",
          "aws:verifiedaccess/trustProvider:TrustProvider", "oidcOptions.issuer",
          "aws:rolesanywhere/trustAnchor:TrustAnchor", "source.sourceData.x509CertificateData");

  @Override
  public String explanation() {
    return "Whom a shared provider vouches for in one cell it vouches for in all; one token"
        + " opens every cell that trusts it.";
  }

  @Override
  public String fix() {
    return "trust the provider of this stack's own cluster or host; let people in through"
        + " roles of the account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html"),
        URI.create(
            "https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !PROVIDERS.containsKey(node.type())) {
      return List.of();
    }
    return Property.at(node, PROVIDERS.get(node.type())).stream()
        .filter(property -> property.scalar().isPresent())
        .filter(property -> !isOurs(node, property, context))
        .map(
            property ->
                Crossing.of(this, node)
                    .violation(
                        property.path(),
                        property.path()
                            + " names a provider beyond this stack; it must be one of "
                            + context.home().stack()
                            + " itself"))
        .toList();
  }

  private static boolean isOurs(Node node, Property property, RuleContext context) {
    List<Reference> hosts =
        context.references(node).found().stream()
            .filter(reference -> reference.property().equals(property.path()))
            .filter(reference -> reference.kind() == Reference.Kind.HOST)
            .toList();
    return !hosts.isEmpty()
        && hosts.stream().allMatch(host -> host.owner() instanceof Owner.ThisStack);
  }
}
