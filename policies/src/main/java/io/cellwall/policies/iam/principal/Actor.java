package io.cellwall.policies.iam.principal;

import java.util.Optional;

/**
 * Who makes a request, as AWS sees it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Actor {

  /** The account it belongs to; services, federated identities and the anonymous have none. */
  Optional<String> account();

  /** Its ARN, or what stands for it. */
  String id();

  /**
   * A session of a role: roles themselves make no requests.
   *
   * @param account twelve digits
   * @param arn of the role, with its path
   * @param session name of the session; empty: any
   */
  record Role(Optional<String> account, String arn, Optional<String> session) implements Actor {

    /** Any session of the role of this ARN. */
    public static Role of(String arn) {
      return new Role(ArnAccount.of(arn), arn, Optional.empty());
    }

    /** The role's name without its path. */
    public String name() {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** The session of this name. */
    public Role session(String name) {
      return new Role(account, arn, Optional.of(name));
    }

    @Override
    public String id() {
      return session.isEmpty() ? arn : arn + " (session " + session.get() + ")";
    }
  }

  /** An IAM user. */
  record User(Optional<String> account, String arn) implements Actor {
    /** The user of this ARN. */
    public static User of(String arn) {
      return new User(ArnAccount.of(arn), arn);
    }

    @Override
    public String id() {
      return arn;
    }
  }

  /** The root user of an account. */
  record Root(Optional<String> account) implements Actor {
    /** The root user of this account. */
    public static Root of(String account) {
      return new Root(Optional.of(account));
    }

    @Override
    public String id() {
      return "root user of " + account.orElse("?");
    }
  }

  /** Whoever there is in an account of which nothing else is known. */
  record Anyone(Optional<String> account) implements Actor {
    /** Anyone in this account. */
    public static Anyone in(String account) {
      return new Anyone(Optional.of(account));
    }

    @Override
    public String id() {
      return "anyone in " + account.orElse("any account");
    }
  }

  /**
   * An AWS service that acts in its own name.
   *
   * @param name such as {@code pods.eks.amazonaws.com}
   */
  record Service(String name) implements Actor {
    @Override
    public Optional<String> account() {
      return Optional.empty();
    }

    @Override
    public String id() {
      return name;
    }
  }

  /**
   * An identity of an OIDC or SAML provider, before it has assumed a role.
   *
   * @param provider ARN of the provider in IAM, or the name of a public one such as {@code
   *     cognito-identity.amazonaws.com}
   * @param subject for people to read
   */
  record Federated(String provider, String subject) implements Actor {
    @Override
    public Optional<String> account() {
      return Optional.empty();
    }

    @Override
    public String id() {
      return subject + " of " + provider;
    }
  }

  /** Somebody without credentials. */
  record Anonymous() implements Actor {
    @Override
    public Optional<String> account() {
      return Optional.empty();
    }

    @Override
    public String id() {
      return "anonymous";
    }
  }
}
