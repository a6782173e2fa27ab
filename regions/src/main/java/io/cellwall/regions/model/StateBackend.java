package io.cellwall.regions.model;

/**
 * Where Pulumi keeps a stack's state, and the key of the secrets in it: both in the stack's own
 * account and region, and named by the inventory alone.
 *
 * @param home the stack's home
 */
public record StateBackend(StackHome home) {

  /** What the names of everything start with that exists before Pulumi does. */
  public static final String PREFIX = "control-plane-";

  /** The bucket's name, unique in its partition of AWS by the account in it. */
  public String bucket() {
    return PREFIX + home.stack() + "-" + home.account() + "-state";
  }

  /** The alias of the key that encrypts the secrets in the state. */
  public String keyAlias() {
    return "alias/" + PREFIX + home.stack() + "-secrets";
  }

  /**
   * What {@code pulumi login} takes.
   *
   * @see <a href="https://www.pulumi.com/docs/iac/concepts/state-and-backends/#aws-s3">S3 as
   *     backend</a>
   */
  public String url() {
    return "s3://" + bucket() + "?region=" + home.region() + "&awssdk=v2";
  }

  /**
   * What {@code pulumi stack init --secrets-provider} takes.
   *
   * @see <a
   *     href="https://www.pulumi.com/docs/iac/concepts/secrets/#aws-key-management-service-kms">Keys
   *     of AWS for secrets</a>
   */
  public String secretsProvider() {
    return "awskms:///" + keyAlias() + "?region=" + home.region();
  }
}
