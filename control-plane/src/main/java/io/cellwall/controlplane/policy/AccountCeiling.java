package io.cellwall.controlplane.policy;

import io.cellwall.controlplane.place.Place;
import java.util.List;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.constructs.Construct;

/**
 * The boundary of the roles that work in a control plane, beside those that plan and deploy: nobody
 * of them reaches another account, whatever policies it is given later.
 */
public final class AccountCeiling extends Construct {

  private final CfnManagedPolicy policy;

  /** Makes it. */
  public AccountCeiling(Construct scope, String id, Place place) {
    super(scope, id);
    policy =
        CfnManagedPolicy.Builder.create(this, "Policy")
            .policyDocument(document(place).json())
            .build();
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
