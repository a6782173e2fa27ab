package io.cellwall.policies.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What principals of a place may do at most.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html">Examples
 *     of service control policies</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition keys</a>
 */
final class ServiceControl {

  /** Reads and starts of what AWS itself owns and publishes: images, public parameters. */
  private static final List<String> ON_WHAT_AWS_OWNS =
      List.of(
          "ec2:CreateFleet",
          "ec2:CreateLaunchTemplate",
          "ec2:CreateLaunchTemplateVersion",
          "ec2:RunInstances",
          "ssm:GetParameter",
          "ssm:GetParameters",
          "ssm:GetParametersByPath");

  private static final List<String> PULL =
      List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

  /** By which a network would be joined to another one. */
  private static final List<String> CONNECTORS =
      List.of(
          "directconnect:*",
          "ec2:AcceptTransitGateway*",
          "ec2:AcceptVpcPeeringConnection",
          "ec2:AssociateTransitGateway*",
          "ec2:AttachVpnGateway",
          "ec2:CreateClientVpn*",
          "ec2:CreateTransitGateway*",
          "ec2:CreateVpcPeeringConnection",
          "ec2:CreateVpnConnection*",
          "ec2:CreateVpnGateway",
          "networkmanager:*",
          "route53:CreateVPCAssociationAuthorization",
          "route53resolver:AssociateResolverRule",
          "route53resolver:CreateResolverEndpoint",
          "vpc-lattice:*");

  /** By which what is one's own would be another's too. */
  private static final List<String> SHARES =
      List.of(
          "backup:UpdateGlobalSettings",
          "ec2:ModifyFpgaImageAttribute",
          "ec2:ModifyImageAttribute",
          "ec2:ModifySnapshotAttribute",
          "ecr-public:*",
          "lambda:AddLayerVersionPermission",
          "ram:*",
          "rds:ModifyDBClusterSnapshotAttribute",
          "rds:ModifyDBSnapshotAttribute",
          "redshift:AuthorizeDataShare",
          "redshift:AuthorizeEndpointAccess",
          "redshift:AuthorizeSnapshotAccess");

  /** By which data or keys would be kept elsewhere too, and no call in that other place is made. */
  private static final List<String> COPIES =
      List.of(
          "ecr:PutReplicationConfiguration",
          "elasticfilesystem:CreateReplicationConfiguration",
          "kms:ReplicateKey",
          "redshift:EnableSnapshotCopy",
          "s3:PutReplicationConfiguration",
          "secretsmanager:ReplicateSecretToRegions");

  private static final List<String> ENCRYPTION =
      List.of(
          "kms:Decrypt",
          "kms:Encrypt",
          "kms:GenerateDataKey*",
          "kms:ImportKeyMaterial",
          "kms:ReEncrypt*");

  private ServiceControl() {}

  static List<Wall> walls(Perimeter perimeter) {
    List<Wall> walls = new ArrayList<>();
    walls.addAll(regions(perimeter));
    walls.addAll(accounts(perimeter));
    walls.add(Wall.deny("MakeNoConnector", List.of("ForeignReference"), CONNECTORS));
    walls.add(connectBy(perimeter));
    walls.add(
        Wall.deny(
            "ShareNothing",
            List.of("CrossAccountBackup", "ForeignAccount", "SharedWithEverybody"),
            SHARES));
    walls.add(Wall.deny("CopyNothingOut", List.of("RegionOutsideZone", "ReplicatedKey"), COPIES));
    walls.add(
        Wall.deny("KeysInOneRegion", List.of("MultiRegionKey"), List.of("kms:CreateKey"))
            .when("Bool", "kms:MultiRegion", "true"));
    walls.add(
        Wall.deny(
                "NoFunctionForAll",
                List.of("OpenFunctionUrl"),
                List.of("lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig"))
            .when("StringEquals", "lambda:FunctionUrlAuthType", "NONE"));
    walls.add(
        Wall.deny(
            "MakeNoUsers",
            List.of("ForeignAccount"),
            List.of("iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser")));
    walls.add(
        Wall.deny(
            "StayUnderTheseWalls",
            List.of("RegionOutsideZone", "ForeignAccount"),
            List.of(
                "account:DisableRegion",
                "account:EnableRegion",
                "organizations:LeaveOrganization")));
    return walls;
  }

  // What AWS runs outside any zone reports the region where that stands.
  private static List<Wall> regions(Perimeter perimeter) {
    List<String> twins = List.of("RegionOutsideZone", "ProviderOutsideHome", "NotGlobalByDesign");
    List<String> home = Perimeter.codes(perimeter.regions());
    Stream<String> elsewhere = perimeter.services().stream().map(service -> service + ":*");
    if (perimeter.byDesign().isEmpty()) {
      return List.of(
          Wall.denyAllBut("StayInTheRegions", twins, elsewhere.toList())
              .when("StringNotEquals", "aws:RequestedRegion", home));
    }
    return List.of(
        Wall.denyAllBut(
                "StayInTheRegions", twins, Stream.concat(elsewhere, Stream.of("kms:*")).toList())
            .when("StringNotEquals", "aws:RequestedRegion", home),
        Wall.deny("KeysHereOrForDnssec", twins, List.of("kms:*"))
            .when(
                "StringNotEquals", "aws:RequestedRegion", Perimeter.codes(perimeter.everywhere())),
        Wall.deny("KeysForDnssecEncryptNothing", List.of("NotGlobalByDesign"), ENCRYPTION)
            .when("StringNotEquals", "aws:RequestedRegion", home),
        Wall.deny("KeysForDnssecSign", List.of("NotGlobalByDesign"), List.of("kms:CreateKey"))
            .when("StringNotEquals", "aws:RequestedRegion", home)
            .when("StringNotEqualsIfExists", "kms:KeySpec", "ECC_NIST_P256"));
  }

  private static List<Wall> accounts(Perimeter perimeter) {
    List<String> twins = List.of("ForeignAccount", "ForeignReference");
    List<String> owners = Perimeter.ids(perimeter.owners());
    Set<String> published = new TreeSet<>(ON_WHAT_AWS_OWNS);
    published.addAll(PULL);
    // An endpoint names the service it connects to, which has a wall of its own.
    published.add("ec2:CreateVpcEndpoint");
    return List.of(
        // Calls that name no resource carry the caller's own account; a call that carries none is
        // denied. IAM's managed policies belong to the account called aws.
        Wall.denyAllBut("StayInTheAccounts", twins, published)
            .when(
                "StringNotEqualsIfExists",
                "aws:ResourceAccount",
                Stream.concat(owners.stream(), Stream.of("aws")).toList()),
        Wall.deny("PullFromHereAndEks", twins, PULL)
            .when(
                "StringNotEquals",
                "aws:ResourceAccount",
                Stream.concat(owners.stream(), Perimeter.ids(perimeter.registries()).stream())
                    .toList()),
        Wall.deny("ImagesOfAwsOrOwn", twins, List.of("ec2:RunInstances"))
            .on("arn:" + perimeter.partition() + ":ec2:*::image/*")
            .when(
                "StringNotEquals",
                "ec2:Owner",
                Stream.concat(owners.stream(), Stream.of("amazon")).toList()));
  }

  private static Wall connectBy(Perimeter perimeter) {
    return Wall.deny(
            "ConnectToServicesOfTheZone",
            List.of("ForeignReference"),
            List.of("ec2:CreateVpcEndpoint"))
        .on("arn:" + perimeter.partition() + ":ec2:*:*:vpc-endpoint/*")
        .when(
            "StringNotEquals",
            "ec2:VpceServiceOwner",
            Stream.concat(Stream.of("amazon"), Perimeter.ids(perimeter.endpointServices()).stream())
                .toList());
  }
}
