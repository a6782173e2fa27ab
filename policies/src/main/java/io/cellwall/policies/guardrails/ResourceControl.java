package io.cellwall.policies.guardrails;

import java.util.List;

/**
 * What anybody may do with the resources of a place at most.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource
 *     control policies: the services that they hold for, and that they hold for no service-linked
 *     role</a>
 */
final class ResourceControl {

  /**
   * Services that have resource policies, and for which these policies hold. Of STS only what works
   * on a role by the word of another principal: signing in by OIDC or SAML is for the role's trust.
   */
  private static final List<String> ACTIONS =
      List.of(
          "dynamodb:*",
          "ecr:*",
          "kms:*",
          "logs:*",
          "s3:*",
          "secretsmanager:*",
          "sqs:*",
          "sts:AssumeRole",
          "sts:SetContext");

  private ResourceControl() {}

  static List<Wall> walls(Perimeter perimeter) {
    List<String> callers = Perimeter.ids(perimeter.callers());
    return List.of(
        // A principal of AWS's own has no account; it is for the second wall.
        Wall.deny(
                "OnlyPrincipalsFromHere",
                List.of("ForeignAccount", "ForeignReference", "OpenPrincipal"),
                ACTIONS)
            .forEverybody()
            .when("StringNotEqualsIfExists", "aws:PrincipalAccount", callers)
            .when("BoolIfExists", "aws:PrincipalIsAWSService", "false"),
        // A service that acts for somebody's resource says whose; one that acts for itself does
        // not, and passes.
        Wall.deny("ServicesForUsOnly", List.of("ServiceWithoutSource"), ACTIONS)
            .forEverybody()
            .when("StringNotEqualsIfExists", "aws:SourceAccount", callers)
            .when("Null", "aws:SourceAccount", "false")
            .when("Bool", "aws:PrincipalIsAWSService", "true"));
  }
}
