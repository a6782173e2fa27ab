package io.cellwall.policies.ownership;

/**
 * Something that a value of a resource names.
 *
 * @param property where the value stands, such as {@code ingress[0].cidrBlocks[1]}
 * @param token what it names, as it is written; never to be shown where it is secret
 * @param kind what sort of name it is
 * @param owner whom it belongs to
 * @param secret whether the value is a secret
 */
public record Reference(String property, String token, Kind kind, Owner owner, boolean secret) {

  private static final int LONGEST_SHOWN = 512;

  /** The sorts of names. */
  public enum Kind {
    /** An ARN. */
    ARN("the ARN"),
    /** An account id. */
    ACCOUNT("the account"),
    /** A region, an availability zone's name or id. */
    REGION("the region"),
    /** A resource's id. */
    RESOURCE_ID("the id"),
    /** The name of a PrivateLink endpoint service. */
    ENDPOINT_SERVICE("the endpoint service"),
    /** A name that is computed from the inventory. */
    NAME("the name"),
    /** A host name. */
    HOST("the host"),
    /** A block of addresses. */
    CIDR("the block"),
    /** The name of an S3 bucket: it has no account in it, and one in any account could have it. */
    BUCKET("the bucket"),
    /** Who is more than one account, or an account by another name than its id. */
    PRINCIPAL("the principal");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The sort in words, with the article. */
    public String words() {
      return words;
    }
  }

  /** The token, or a marker where it is secret; what is very long is cut. */
  public String shown() {
    return secret ? "(secret)" : abbreviated();
  }

  private String abbreviated() {
    return token.length() <= LONGEST_SHOWN
        ? token
        : token.substring(0, LONGEST_SHOWN) + "... (" + token.length() + " characters)";
  }

  /** Says that there is a reference, and never a secret token. */
  @Override
  public String toString() {
    return property + " holds " + kind.words() + " " + shown() + " of " + owner.description();
  }
}
