package io.cellwall.controlplane.review;

import software.amazon.awscdk.CfnResource;

/**
 * A finding of cdk-nag's pack AwsSolutions that stands, and why. It covers one rule on one
 * resource, and there only what it names. It is no part of the template, which has little room.
 *
 * @param resource the resource that it is about
 * @param rule the rule's id
 * @param finding regular expression of what the rule finds
 * @param reason why it stands
 * @see <a href="https://github.com/cdklabs/cdk-nag/blob/v2.37.55/RULES.md#awssolutions">The
 *     rules</a>
 */
public record Acceptance(CfnResource resource, String rule, String finding, String reason) {

  private static final String WILDCARD = "AwsSolutions-IAM5";

  public Acceptance {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(rule + " is accepted for no reason");
    }
  }

  /**
   * One action or ARN with a {@code *} in the policy of this resource.
   *
   * @param kind whether it is an action or an ARN
   * @param text the action or the ARN
   */
  public static Acceptance wildcard(
      CfnResource resource, Wildcard kind, String text, String reason) {
    return wildcards(resource, kind, text.replaceAll("[^A-Za-z0-9]", "\\\\$0"), reason);
  }

  /**
   * Actions or ARNs with a {@code *} in the policy of this resource.
   *
   * @param kind whether they are actions or ARNs
   * @param pattern regular expression of them, as JavaScript and Java both have it
   */
  public static Acceptance wildcards(
      CfnResource resource, Wildcard kind, String pattern, String reason) {
    return new Acceptance(resource, WILDCARD, kind.prefix() + "::" + pattern, reason);
  }

  /** Where a policy has a {@code *}. */
  public enum Wildcard {
    /** In an action. */
    ACTION("Action"),
    /** In the ARN of a resource. */
    RESOURCE("Resource");

    private final String prefix;

    Wildcard(String prefix) {
      this.prefix = prefix;
    }

    private String prefix() {
      return prefix;
    }
  }
}
