package io.cellwall.cell.role;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import java.util.List;
import java.util.Optional;

/**
 * A role to make.
 *
 * @param name the role's name
 * @param arn its ARN, known before it exists
 * @param description what it is for
 * @param boundary ARN of the permissions boundary that it carries
 * @param trust who may take it
 * @param permissions what it may do; empty where only policies of AWS say so
 * @param managedPolicies ARNs of policies that AWS keeps, in order
 * @param longestSessionSeconds how long one may hold it, 3,600 to 43,200
 */
public record RolePlan(
    String name,
    Arn arn,
    String description,
    Arn boundary,
    PolicyDocument trust,
    Optional<PolicyDocument> permissions,
    List<Arn> managedPolicies,
    int longestSessionSeconds) {

  private static final int AN_HOUR = 3_600;

  public RolePlan {
    managedPolicies = List.copyOf(managedPolicies);
  }

  /**
   * A role that may do what these permissions say.
   *
   * @param part the part of the cell that it is for; its name is the cell's and this
   */
  public static RolePlan of(
      Place place,
      String part,
      String description,
      Arn boundary,
      PolicyDocument trust,
      PolicyDocument permissions) {
    return plain(place, part, description, boundary, trust, Optional.of(permissions));
  }

  /** A role without permissions of its own yet. */
  public static RolePlan of(
      Place place, String part, String description, Arn boundary, PolicyDocument trust) {
    return plain(place, part, description, boundary, trust, Optional.empty());
  }

  private static RolePlan plain(
      Place place,
      String part,
      String description,
      Arn boundary,
      PolicyDocument trust,
      Optional<PolicyDocument> permissions) {
    String name = place.named(part);
    return new RolePlan(
        name,
        place.iamArn("role/" + name),
        description,
        boundary,
        trust,
        permissions,
        List.of(),
        AN_HOUR);
  }

  /** The same with policies that AWS keeps. */
  public RolePlan with(List<Arn> policies) {
    return new RolePlan(
        name, arn, description, boundary, trust, permissions, policies, longestSessionSeconds);
  }
}
