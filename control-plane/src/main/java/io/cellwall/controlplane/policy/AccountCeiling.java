package io.cellwall.controlplane.policy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.review.Acceptance;
import io.cellwall.controlplane.review.Acceptance.Wildcard;
import io.cellwall.controlplane.review.Reviewed;
import java.util.List;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.constructs.Construct;

/**
 * The boundary of the roles that work in a control plane, beside those that plan and deploy: nobody
 * of them reaches another account, whatever policies it is given later.
 */
public final class AccountCeiling extends Construct implements Reviewed {

  /** Why a boundary may be as wide as it is. */
  public static final String WHY_WIDE =
      "It is a boundary, which allows nothing that no other policy does";

  private final CfnManagedPolicy policy;

  /** Makes it. */
  public AccountCeiling(Construct scope, String id, Place place) {
    super(scope, id);
    policy =
        CfnManagedPolicy.Builder.create(this, "Policy")
            .policyDocument(document(place).json())
            .build();
  }

  @Override
  public List<Acceptance> acceptances() {
    return List.of(
        Acceptance.wildcard(policy, Wildcard.ACTION, "*", WHY_WIDE),
        Acceptance.wildcard(policy, Wildcard.RESOURCE, "*", WHY_WIDE));
  }

  static PolicyDocument document(Place place) {
    return new PolicyDocument(
        List.of(
            Statement.allow("Any", "*").on("*"),
            Statement.deny("Others", "*")
                .on("*")
                .when("StringNotEquals", "aws:ResourceAccount", place.account())));
  }

  /** Its ARN. */
  public String arn() {
    return policy.getRef();
  }
}
