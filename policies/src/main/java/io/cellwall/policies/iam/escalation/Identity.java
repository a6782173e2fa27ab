package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.Optional;

/**
 * A role or user, as one who acts and as something that is acted on.
 *
 * @param principal as one who acts
 * @param self as a resource: its ARN, and for a role its trust policy
 * @param managedPolicies ARNs of the managed policies attached to it that somebody in the account
 *     could change
 */
public record Identity(Principal principal, Resource self, List<String> managedPolicies) {

  public Identity {
    managedPolicies = List.copyOf(managedPolicies);
  }

  /** A role with its trust policy. */
  public static Identity of(
      Principal principal, io.cellwall.policies.iam.document.PolicyDocument... trust) {
    String arn = principal.actor() instanceof Actor.Role role ? role.arn() : principal.actor().id();
    return new Identity(principal, Resource.of(arn, trust), List.of());
  }

  /** The same, with managed policies attached. */
  public Identity attached(String... arns) {
    return new Identity(principal, self, List.of(arns));
  }

  /** Its ARN. */
  public String id() {
    return self.name();
  }

  boolean isRole() {
    return principal.actor() instanceof Actor.Role;
  }

  Optional<String> account() {
    return principal.actor().account();
  }

  /** Its managed policies as something that is acted on. */
  List<Resource> policies() {
    return managedPolicies.stream()
        .map(
            arn ->
                new Resource(
                    List.of(Glob.parse(arn)),
                    account(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    self.facts()))
        .toList();
  }
}
