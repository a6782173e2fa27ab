package io.cellwall.cell.compute;

import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.stream.Stream;

/**
 * The role that nodes run as: they join the cluster, pull images, and fetch credentials for pods.
 * All else is for pods, by roles of their own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSWorkerNodeMinimalPolicy.html">AmazonEKSWorkerNodeMinimalPolicy</a>
 */
final class NodeRole {

  private NodeRole() {}

  static RolePlan plan(Place place, Arn boundary) {
    return RolePlan.of(
        place,
        "nodes",
        "What nodes do for themselves",
        boundary,
        Trust.instances(place),
        PolicyDocument.of(
            Statement.allow("JoinTheCluster")
                .actions("eks-auth:AssumeRoleForPodIdentity", "eks:DescribeCluster")
                .on(ClusterPlan.arnOf(place)),
            // Neither action knows a resource.
            Statement.allow("FindThemselves")
                .actions("ec2:DescribeInstances", "ecr:GetAuthorizationToken")
                .onEverything(),
            Statement.allow("PullImages")
                .actions(
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer")
                .on(repositories(place))));
  }

  // EKS add-ons pull from the registry that EKS keeps in the region.
  private static Arn[] repositories(Place place) {
    return Stream.concat(Stream.of(place.account()), EksRegistries.of(place.region()).stream())
        .map(account -> new Place(place.name(), place.region(), account))
        .map(registry -> registry.arn("ecr", "repository/*"))
        .toArray(Arn[]::new);
  }
}
