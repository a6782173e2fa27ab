package io.cellwall.policies.rules.identity;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class IdentityRules {

  private IdentityRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new TrustWithoutSubject(),
        new PassesAnyRole(),
        new AssumesAnyRole(),
        new UnboundedResource(),
        new ServiceWithoutSource(),
        new PrincipalWithoutAccount(),
        new RoleWithoutBoundary(),
        new TooWideManagedPolicy(),
        new SharedIdentityProvider(),
        new GuestIdentities(),
        new OrganizationResource(),
        new WholeOrganization(),
        new UnreadablePolicy());
  }
}
