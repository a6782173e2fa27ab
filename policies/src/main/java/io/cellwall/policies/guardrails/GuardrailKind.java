package io.cellwall.policies.guardrails;

import io.cellwall.policies.iam.document.PolicyKind;

/** The policies by which AWS itself holds a wall. */
public enum GuardrailKind {
  /**
   * What principals of the accounts may do at most. Not for service-linked roles.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">at
   *     most 5,120 characters, five to an account; one of the five is AWS's own</a>
   */
  SERVICE_CONTROL("scp", 5_120, 4, PolicyKind.SERVICE_CONTROL),

  /**
   * What anybody may do with resources of the accounts at most. Not for service-linked roles.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">at
   *     most 5,120 characters, five to an account; one of the five is AWS's own</a>
   */
  RESOURCE_CONTROL("rcp", 5_120, 4, PolicyKind.RESOURCE_CONTROL),

  /**
   * What may pass a VPC endpoint.
   *
   * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html">at
   *     most 20,480 characters, white space included; one to an endpoint</a>
   */
  ENDPOINT("endpoint", 20_480, 1, PolicyKind.RESOURCE);

  private final String word;
  private final int longest;
  private final int most;
  private final PolicyKind language;

  GuardrailKind(String word, int longest, int most, PolicyKind language) {
    this.word = word;
    this.longest = longest;
    this.most = most;
    this.language = language;
  }

  /** A word for file names: {@code scp}, {@code rcp}, {@code endpoint}. */
  public String word() {
    return word;
  }

  /** How many characters AWS takes. */
  public int longest() {
    return longest;
  }

  /** How many documents of ours one account or endpoint can have. */
  public int most() {
    return most;
  }

  /** Which elements such a document has. */
  public PolicyKind language() {
    return language;
  }
}
