package io.cellwall.cell.access;

import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * Which people may take a role: those of the cell's own account that its own policies admit, and
 * only with a second factor. Nobody of another account, and so nobody of another cell.
 */
final class PeopleTrust {

  private PeopleTrust() {}

  /**
   * People who have signed in with a second factor, or through IAM Identity Center by this
   * permission set. Identity Center asks for the second factor itself and its sessions do not say
   * so, so the name of its role stands for it; AWS alone makes roles below {@code aws-reserved}.
   *
   * @param permissionSet name of the permission set
   * @see <a
   *     href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Permission
   *     sets in policies</a>
   */
  static PolicyDocument of(Place place, String permissionSet) {
    String sessions =
        place
            .iamArn("role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_" + permissionSet + "_*")
            .toString();
    return PolicyDocument.of(
        own("TakeWithSecondFactor", place).when("Bool", "aws:MultiFactorAuthPresent", "true"),
        own("TakeThroughIdentityCenter", place)
            .when(
                "ArnLike",
                "aws:PrincipalArn",
                sessions,
                // In us-east-1 the path has no region.
                sessions.replace("/*/", "/")));
  }

  private static Statement own(String sid, Place place) {
    return Statement.allow(sid)
        .by(Principal.aws(place.accountRoot()))
        .actions("sts:AssumeRole")
        .when("StringEquals", "aws:PrincipalAccount", place.account().value());
  }
}
