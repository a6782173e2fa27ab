package io.cellwall.cell.role;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;

/**
 * A role for pods, by EKS Pod Identity.
 *
 * @param account the service account of the pods
 * @param role the role
 */
public record PodRolePlan(ServiceAccount account, RolePlan role) {

  /** A role that may do what these permissions say. */
  public static PodRolePlan of(
      Place place,
      String part,
      String description,
      Arn boundary,
      Arn cluster,
      ServiceAccount account,
      PolicyDocument permissions) {
    return new PodRolePlan(
        account,
        RolePlan.of(
            place, part, description, boundary, Trust.pods(place, cluster, account), permissions));
  }

  /** A role whose permissions come with what AWS makes up, or are policies of AWS. */
  public static PodRolePlan of(
      Place place,
      String part,
      String description,
      Arn boundary,
      Arn cluster,
      ServiceAccount account) {
    return new PodRolePlan(
        account,
        RolePlan.of(place, part, description, boundary, Trust.pods(place, cluster, account)));
  }
}
