package io.cellwall.policies.iam.principal;

/**
 * How a resource's policy names somebody, from the weakest to the strongest. In one account they
 * differ in what else must allow the request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How
 *     AWS enforcement code logic evaluates requests</a>
 */
public enum Match {
  /** Not at all. */
  NONE,
  /** By the account: it may decide for itself, so the identity's policies must allow too. */
  DELEGATED,
  /** By the role: permissions boundary and session policies must allow too. */
  LIMITED,
  /** By the user, the role's session, the service, or as anybody: nothing else need allow. */
  DIRECT;

  /** The stronger of the two. */
  public Match or(Match other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
