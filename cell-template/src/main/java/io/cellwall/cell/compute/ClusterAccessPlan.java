package io.cellwall.cell.compute;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;

/**
 * Who may call the API of the cluster.
 *
 * @param name name of its resources
 * @param principal the role that may
 * @param policy what it may, cluster-wide: one of EKS's access policies
 * @see <a
 *     href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html">Access
 *     policies</a>
 */
public record ClusterAccessPlan(String name, Arn principal, Arn policy) {

  /** Everything, cluster-wide. */
  public static final String ADMINISTER = "AmazonEKSClusterAdminPolicy";

  /** Reading everything but secrets. */
  public static final String VIEW = "AmazonEKSViewPolicy";

  /** A role of the cell, under one of EKS's access policies. */
  public static ClusterAccessPlan of(Place place, String part, Arn principal, String policy) {
    return new ClusterAccessPlan(
        place.named(part),
        principal,
        new Arn(place.region().partition(), "eks", "", "aws", "cluster-access-policy/" + policy));
  }
}
