package io.cellwall.regions.model;

/**
 * Whom the roles that plan and deploy trust beside their pipeline: the workflows of one repository
 * that run in the environment of the stack's name, as an OpenID Connect provider vouches for them.
 *
 * @param issuer host, and path if it has one, of the provider; each account has it as an identity
 *     provider of IAM
 * @param audience whom its tokens are for
 * @param repository owner and name
 * @see <a href="https://docs.github.com/en/actions/concepts/security/openid-connect">Subjects of
 *     workflows</a>
 */
public record DeployIdentity(String issuer, String audience, String repository) {

  /** The one subject that may be the roles of this stack; it has no wildcard. */
  public String subject(StackName stack) {
    return "repo:" + repository + ":environment:" + stack;
  }
}
