package io.cellwall.cell.install;

import io.cellwall.cell.bundle.CellRegistry;
import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/**
 * What the job may do: read the bundle, publish it, pull from the registry, and call the cluster.
 */
final class InstallerRole {

  private InstallerRole() {}

  static RolePlan plan(Place place, Arn boundary, Arn project, Arn bundle, Arn logGroup) {
    return RolePlan.of(
        place,
        "install",
        "Installs the platform into the cluster",
        boundary,
        Trust.service(place, "codebuild.amazonaws.com", project),
        PolicyDocument.of(
                Statement.allow("ReadTheBundle").actions("s3:GetObject").on(bundle),
                Statement.allow("DecryptTheBundle")
                    .actions("kms:Decrypt")
                    .on(place.arn("kms", "key/*"))
                    .when(
                        "ForAnyValue:StringEquals",
                        "kms:ResourceAliases",
                        KeyPurpose.DATA.alias(place))
                    .when("StringEquals", "kms:ViaService", place.viaService("s3")),
                Statement.allow("FindTheCluster")
                    .actions("eks:DescribeCluster")
                    .on(ClusterPlan.arnOf(place)),
                Statement.allow("WriteLogs")
                    .actions("logs:CreateLogStream", "logs:PutLogEvents")
                    .on(
                        new Arn(
                            logGroup.partition(),
                            "logs",
                            logGroup.region(),
                            logGroup.account(),
                            logGroup.resource() + ":*")))
            .with(registry(place))
            .with(network(place)));
  }

  private static List<Statement> registry(Place place) {
    return List.of(
        Statement.allow("LogInToTheRegistry").actions("ecr:GetAuthorizationToken").onEverything(),
        Statement.allow("PullThePlatform")
            .actions(
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer")
            .on(place.arn("ecr", "repository/platform/*")),
        Statement.allow("PublishTheBundle")
            .actions(
                "ecr:CompleteLayerUpload",
                "ecr:InitiateLayerUpload",
                "ecr:PutImage",
                "ecr:UploadLayerPart")
            .on(place.arn("ecr", "repository/" + CellRegistry.BUNDLE)));
  }

  // https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html#customer-managed-policies-example-create-vpc-network-interface
  private static List<Statement> network(Place place) {
    Arn interfaces = place.arn("ec2", "network-interface/*");
    return List.of(
        Statement.allow("SeeTheNetwork")
            .actions(
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs")
            .onEverything(),
        Statement.allow("EnterTheNetwork")
            .actions("ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface")
            .on(interfaces, place.arn("ec2", "subnet/*"), place.arn("ec2", "security-group/*")),
        Statement.allow("LetCodeBuildUseTheInterface")
            .actions("ec2:CreateNetworkInterfacePermission")
            .on(interfaces)
            .when("StringEquals", "ec2:AuthorizedService", "codebuild.amazonaws.com"));
  }
}
