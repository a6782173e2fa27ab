package io.cellwall.edge;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;

/**
 * A role of an edge.
 *
 * @param name its name
 * @param arn its ARN, known before it exists
 * @param boundary ARN of the permissions boundary that it carries
 * @param trust who may take it
 * @param permissions what it may do
 */
public record RolePlan(
    String name, Arn arn, Arn boundary, PolicyDocument trust, PolicyDocument permissions) {

  /** A role at this place. */
  public static RolePlan of(
      Place place, String part, Arn boundary, PolicyDocument trust, PolicyDocument permissions) {
    String name = place.named(part);
    return new RolePlan(name, place.iamArn("role/" + name), boundary, trust, permissions);
  }
}
