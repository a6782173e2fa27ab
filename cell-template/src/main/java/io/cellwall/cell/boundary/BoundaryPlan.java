package io.cellwall.cell.boundary;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cell's permissions boundary: a managed policy that every role of the cell carries.
 *
 * <p>It allows everything, since a boundary grants nothing, and denies what lies beyond the wall:
 * other regions, other accounts, roles without this boundary, changes of this boundary.
 *
 * @param name the policy's name
 * @param arn the policy's ARN, known before it exists
 * @param policy the ceiling
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
public record BoundaryPlan(String name, Arn arn, PolicyDocument policy) {

  // Services without regions that a cell uses: their calls report the partition's first region as
  // aws:RequestedRegion, whatever the cell's. A cell uses no other global service, so CloudFront,
  // Global Accelerator, Organizations and the like stay denied with the foreign regions.
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html#example-scp-deny-region
  private static final List<String> GLOBAL_ACTIONS = List.of("iam:*", "route53:*", "sts:*");

  // Reads of what AWS itself owns and publishes: images, public parameters.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
  private static final List<String> ACTIONS_ON_WHAT_AWS_OWNS =
      List.of(
          "ec2:CreateFleet",
          "ec2:CreateLaunchTemplate",
          "ec2:CreateLaunchTemplateVersion",
          "ec2:RunInstances",
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
          "ssm:GetParameter",
          "ssm:GetParameters",
          "ssm:GetParametersByPath");

  // Images, which the rule above lets pass, come from the cell's own registry or from the one
  // that EKS keeps in the region for its add-ons, and no other.
  // https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html
  private static final String[] PULL = {
    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"
  };

  private static final String[] SHARE = {
    "ec2:AcceptVpcPeeringConnection",
    "ec2:CreateTransitGatewayVpcAttachment",
    "ec2:CreateVpcPeeringConnection",
    "ec2:ModifyImageAttribute",
    "ec2:ModifySnapshotAttribute",
    "ram:*",
    "rds:ModifyDBClusterSnapshotAttribute",
    "rds:ModifyDBSnapshotAttribute"
  };

  /**
   * The boundary of the cell at this place.
   *
   * @param backupCopyTo where a copy of its backups is kept: the role of backups, and no other, may
   *     act there too
   */
  public static BoundaryPlan of(Place place, Optional<Region> backupCopyTo) {
    String name = place.named("boundary");
    Arn arn = place.iamArn("policy/" + name);
    return new BoundaryPlan(
        name,
        arn,
        PolicyDocument.of(
                Statement.allow("Ceiling").actions("*").onEverything(),
                backupCopyTo
                    .map(
                        region ->
                            stayIn("StayInTheRegion", place.region())
                                .when(
                                    "ArnNotEquals",
                                    "aws:PrincipalArn",
                                    place.iamArn("role/" + place.named("backup")).toString()))
                    .orElse(stayIn("StayInTheRegion", place.region())),
                // IfExists: calls that name no resource carry no owner.
                Statement.deny("StayInTheAccount")
                    .allActionsBut(ACTIONS_ON_WHAT_AWS_OWNS)
                    .onEverything()
                    .when("StringNotEqualsIfExists", "aws:ResourceAccount", owners(place)),
                Statement.deny("PullFromTheCellAndEks")
                    .actions(PULL)
                    .onEverything()
                    .when("StringNotEquals", "aws:ResourceAccount", registries(place)),
                // Without IfExists: a role that has no boundary at all is refused too.
                Statement.deny("KeepRolesUnderThisBoundary")
                    .actions(
                        "iam:AttachRolePolicy",
                        "iam:CreateRole",
                        "iam:DeleteRolePolicy",
                        "iam:DetachRolePolicy",
                        "iam:PutRolePermissionsBoundary",
                        "iam:PutRolePolicy")
                    .onEverything()
                    .when("StringNotEquals", "iam:PermissionsBoundary", arn.toString()),
                Statement.deny("NeverTakeTheBoundaryOff")
                    .actions(
                        "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary")
                    .onEverything(),
                // Calls by which what is the cell's would be another account's too: their own
                // resources
                // are the cell's, so the rule about owners lets them pass.
                Statement.deny("ShareNothing").actions(SHARE).onEverything(),
                Statement.deny("MakeNoUsers")
                    .actions("iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser")
                    .onEverything(),
                Statement.deny("KeepThisBoundary")
                    .actions(
                        "iam:CreatePolicyVersion",
                        "iam:DeletePolicy",
                        "iam:DeletePolicyVersion",
                        "iam:SetDefaultPolicyVersion")
                    .on(arn),
                Statement.deny("KeepBackups")
                    .actions(
                        "backup:DeleteBackupVault",
                        "backup:DeleteBackupVaultAccessPolicy",
                        "backup:DeleteBackupVaultLockConfiguration",
                        "backup:DeleteRecoveryPoint",
                        "backup:PutBackupVaultAccessPolicy",
                        "backup:PutBackupVaultLockConfiguration",
                        "backup:UpdateRecoveryPointLifecycle")
                    .onEverything(),
                Statement.deny("KeepTheTrail")
                    .actions(
                        "cloudtrail:DeleteTrail",
                        "cloudtrail:PutEventSelectors",
                        "cloudtrail:StopLogging",
                        "cloudtrail:UpdateTrail")
                    .onEverything())
            .with(
                backupCopyTo.stream()
                    .map(region -> stayIn("CopyBackupsThereOnly", place.region(), region))
                    .toList()));
  }

  private static Statement stayIn(String sid, Region... regions) {
    return Statement.deny(sid)
        .allActionsBut(GLOBAL_ACTIONS)
        .onEverything()
        .when(
            "StringNotEquals",
            "aws:RequestedRegion",
            Arrays.stream(regions).map(Region::code).toList());
  }

  private static List<String> registries(Place place) {
    return Stream.concat(Stream.of(place.account()), EksRegistries.of(place.region()).stream())
        .map(AccountId::value)
        .toList();
  }

  // IAM's own managed policies belong to the account called aws.
  private static List<String> owners(Place place) {
    return List.of(place.account().value(), "aws");
  }
}
