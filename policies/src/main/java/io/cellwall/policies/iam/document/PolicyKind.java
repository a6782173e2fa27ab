package io.cellwall.policies.iam.document;

/**
 * Where a policy document stands, and so which elements it must and must not have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">Policy
 *     types</a>
 */
public enum PolicyKind {
  /** Attached to a role, user or group. */
  IDENTITY("an identity policy", Element.FORBIDDEN, Element.REQUIRED),
  /** Attached to a role or user as its permissions boundary. */
  BOUNDARY("a permissions boundary", Element.FORBIDDEN, Element.REQUIRED),
  /** Passed when a role is assumed. */
  SESSION("a session policy", Element.FORBIDDEN, Element.REQUIRED),
  /** A service control policy. */
  SERVICE_CONTROL("a service control policy", Element.FORBIDDEN, Element.REQUIRED),
  /** A resource control policy. */
  RESOURCE_CONTROL("a resource control policy", Element.REQUIRED, Element.REQUIRED),
  /** Attached to a resource. */
  RESOURCE("a resource policy", Element.REQUIRED, Element.OPTIONAL),
  /** A role's trust policy. */
  TRUST("a trust policy", Element.REQUIRED, Element.FORBIDDEN);

  enum Element {
    REQUIRED,
    OPTIONAL,
    FORBIDDEN
  }

  private final String words;
  private final Element principal;
  private final Element resource;

  PolicyKind(String words, Element principal, Element resource) {
    this.words = words;
    this.principal = principal;
    this.resource = resource;
  }

  /** For people to read, with its article. */
  public String words() {
    return words;
  }

  Element principal() {
    return principal;
  }

  Element resource() {
    return resource;
  }
}
