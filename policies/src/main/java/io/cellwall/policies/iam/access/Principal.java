package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who can act, with everything that bounds it from its own side.
 *
 * @param actor who it is
 * @param identity policies attached to it or its groups
 * @param boundary its permissions boundary
 * @param session the policies passed with its session, if that is known to be done always
 * @param controls service control policies by level, from the root of the organization down; each
 *     level must allow. None: no such policies
 * @param facts what else is known of its requests, such as the VPC they come from; keys by their
 *     full name
 */
public record Principal(
    Actor actor,
    List<PolicyDocument> identity,
    Optional<PolicyDocument> boundary,
    Optional<List<PolicyDocument>> session,
    List<List<PolicyDocument>> controls,
    Facts facts) {

  public Principal {
    identity = List.copyOf(identity);
    session = session.map(List::copyOf);
    controls = controls.stream().map(List::copyOf).toList();
  }

  /** Somebody with these policies and no boundary, session policy or control. */
  public static Principal of(Actor actor, PolicyDocument... identity) {
    return new Principal(
        actor, List.of(identity), Optional.empty(), Optional.empty(), List.of(), Facts.NONE);
  }

  /** Whoever there is in an account: it may have any policy. */
  public static Principal anyoneIn(String account) {
    return of(Actor.Anyone.in(account));
  }

  /** The same, as this actor. */
  public Principal as(Actor other) {
    return new Principal(other, identity, boundary, session, controls, facts);
  }

  /** The same with this permissions boundary. */
  public Principal boundedBy(PolicyDocument document) {
    return new Principal(actor, identity, Optional.of(document), session, controls, facts);
  }

  /** The same with these session policies. */
  public Principal inSession(PolicyDocument... documents) {
    return new Principal(
        actor, identity, boundary, Optional.of(List.of(documents)), controls, facts);
  }

  /** The same with one more level of service control policies. */
  public Principal under(PolicyDocument... level) {
    List<List<PolicyDocument>> more = new java.util.ArrayList<>(controls);
    more.add(List.of(level));
    return new Principal(actor, identity, boundary, session, more, facts);
  }

  /** The same, with more known of its requests. */
  public Principal knowing(Facts more) {
    return new Principal(actor, identity, boundary, session, controls, facts.with(more));
  }

  /**
   * The same after somebody has attached a policy that allows everything, and taken the boundary
   * away.
   */
  public Principal empowered(boolean unbounded) {
    return new Principal(
        actor,
        List.of(PolicyDocument.allowingAll("a policy put on " + actor.id(), PolicyKind.IDENTITY)),
        unbounded ? Optional.empty() : boundary,
        session,
        controls,
        facts);
  }

  /**
   * Tells whether it may do whatever its ceilings leave: root users, and those of whom nothing is
   * known.
   */
  boolean allowsItself() {
    return actor instanceof Actor.Root || actor instanceof Actor.Anyone;
  }

  /** Tells whether it has an identity in IAM, and so policies of its own. */
  boolean hasIdentity() {
    return !(actor instanceof Actor.Service)
        && !(actor instanceof Actor.Federated)
        && !(actor instanceof Actor.Anonymous);
  }

  /** Roles that belong to a service are under no service or resource control policy. */
  boolean isServiceLinked() {
    return actor instanceof Actor.Role role && role.arn().contains(":role/aws-service-role/");
  }
}
