package io.cellwall.policies.proof.access;

import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Resource;
import java.util.List;

/**
 * A resource whose own side may let somebody in.
 *
 * @param stack the stack that declares it
 * @param resource what it is, with its policies and grants
 * @param places where those stand; one at least
 * @param isRole whether it is a role, so that whoever gets in goes on as it
 */
public record Governed(String stack, Resource resource, List<PolicyPlace> places, boolean isRole) {

  public Governed {
    places = List.copyOf(places);
  }

  /** Where the statement stands that the verdict rests on. */
  PolicyPlace blamed(AccessVerdict verdict) {
    if (verdict instanceof AccessVerdict.Witness witness) {
      for (PolicyPlace place : places) {
        if (witness.allowedBy().stream().anyMatch(by -> by.startsWith(place.document() + " "))) {
          return place;
        }
      }
    }
    return places.get(0);
  }

  /** Tells whether something of its policies must not be shown. */
  boolean isSecret() {
    return places.stream().anyMatch(PolicyPlace::secret);
  }

  /** The same with other policies. */
  Governed with(Resource other) {
    return new Governed(stack, other, places, isRole);
  }
}
