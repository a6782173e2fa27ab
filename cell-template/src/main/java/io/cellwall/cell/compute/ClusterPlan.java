package io.cellwall.cell.compute;

import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The EKS cluster itself.
 *
 * @param resource name of its resource, and its {@code Name} tag
 * @param name the cluster's name: the cell's
 * @param arn its ARN, known before it exists
 * @param version the version of Kubernetes
 * @param endpoint from where its API can be reached
 * @param serviceCidr addresses of Kubernetes services; of no network
 * @param logGroup where the control plane logs; EKS fixes the name
 * @param logRetentionDays how long the logs are kept
 * @param logTypes what it logs
 * @param role the role that EKS works with
 */
public record ClusterPlan(
    String resource,
    String name,
    Arn arn,
    KubernetesVersion version,
    EndpointAccess endpoint,
    Cidr serviceCidr,
    String logGroup,
    int logRetentionDays,
    List<String> logTypes,
    RolePlan role) {

  /**
   * Addresses of Kubernetes services in every cell: they are never routed, and never of a fleet's
   * pool, which EKS would refuse or shadow.
   */
  public static final Cidr SERVICES = Cidr.parse("172.20.0.0/16");

  private static final int A_YEAR = 365;

  // https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
  private static final List<String> LOG_TYPES =
      List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

  // https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html
  private static final List<String> POLICIES_OF_AUTO_MODE =
      List.of(
          "AmazonEKSBlockStoragePolicy",
          "AmazonEKSComputePolicy",
          "AmazonEKSLoadBalancingPolicy",
          "AmazonEKSNetworkingPolicy");

  public ClusterPlan {
    logTypes = List.copyOf(logTypes);
  }

  /** ARN of the cluster of the cell at this place. */
  public static Arn arnOf(Place place) {
    return place.arn("eks", "cluster/" + place.name());
  }

  static ClusterPlan of(Place place, Compute compute, Arn boundary) {
    return new ClusterPlan(
        place.named("cluster"),
        place.name(),
        arnOf(place),
        compute.kubernetesVersion(),
        EndpointAccess.to(compute.publicAccess()),
        SERVICES,
        "/aws/eks/" + place.name() + "/cluster",
        A_YEAR,
        LOG_TYPES,
        role(place, compute, boundary));
  }

  private static RolePlan role(Place place, Compute compute, Arn boundary) {
    Stream<String> more =
        switch (compute.nodes()) {
          case AUTO_MODE -> POLICIES_OF_AUTO_MODE.stream();
          case NODE_GROUPS -> Stream.empty();
        };
    return RolePlan.of(
            place,
            "cluster",
            "What EKS does for the cluster",
            boundary,
            Trust.cluster(place, arnOf(place)),
            PolicyDocument.of(encryptSecrets(place)))
        .with(
            Stream.concat(Stream.of("AmazonEKSClusterPolicy"), more)
                .sorted()
                .map(place::managedPolicy)
                .toList());
  }

  // By alias: the key's ARN is KMS's to make up.
  // https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
  private static Statement encryptSecrets(Place place) {
    return Statement.allow("EncryptSecrets")
        .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants")
        .on(place.arn("kms", "key/*"))
        .when("ForAnyValue:StringEquals", "kms:ResourceAliases", KeyPurpose.SECRETS.alias(place));
  }
}
