package io.cellwall.policies.iam.principal;

/**
 * One value of a Principal or NotPrincipal element.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface PrincipalPattern {

  /** How it names the actor. */
  Match match(Actor actor, Polarity polarity);

  private static Match when(boolean condition, Match match) {
    return condition ? match : Match.NONE;
  }

  private static boolean isIdentity(Actor actor) {
    return actor instanceof Actor.Role
        || actor instanceof Actor.User
        || actor instanceof Actor.Anyone;
  }

  private static boolean maybeAnyone(Actor actor, String arn, Polarity polarity) {
    return polarity == Polarity.OVER
        && actor instanceof Actor.Anyone
        && (actor.account().isEmpty() || actor.account().equals(ArnAccount.of(arn)));
  }

  /**
   * {@code *}.
   *
   * @param services whether it certainly names services and federated identities too, as plain
   *     {@code *} does
   */
  record Everyone(boolean services) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      boolean aws = !(actor instanceof Actor.Service) && !(actor instanceof Actor.Federated);
      return when(aws || services || polarity == Polarity.OVER, Match.DIRECT);
    }
  }

  /** An account, by its id or as {@code arn:aws:iam::ID:root}. */
  record Account(String id) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      if (actor.account().isEmpty() && (isIdentity(actor) || actor instanceof Actor.Root)) {
        return when(polarity == Polarity.OVER, Match.DELEGATED);
      }
      boolean inside = actor.account().isPresent() && actor.account().get().equals(id);
      return when(inside, actor instanceof Actor.Root ? Match.DIRECT : Match.DELEGATED);
    }
  }

  /** A role, by its ARN with its path. */
  record Role(String arn) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      return when(
          (actor instanceof Actor.Role role && role.arn().equals(arn))
              || maybeAnyone(actor, arn, polarity),
          Match.LIMITED);
    }
  }

  /** A user, by its ARN with its path. */
  record User(String arn) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      return when(
          (actor instanceof Actor.User user && user.arn().equals(arn))
              || maybeAnyone(actor, arn, polarity),
          Match.DIRECT);
    }
  }

  /**
   * A session of a role, by its ARN.
   *
   * @param arn {@code arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION}, the role without its path
   */
  record RoleSession(String arn) implements PrincipalPattern {
    /** The name of the session. */
    public String session() {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** Tells whether it is a session of this role. */
    public boolean isOf(Actor.Role role) {
      String name = arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf('/'));
      return role.account().equals(ArnAccount.of(arn)) && role.name().equals(name);
    }

    @Override
    public Match match(Actor actor, Polarity polarity) {
      if (actor instanceof Actor.Role role) {
        boolean same = role.session().map(session()::equals).orElse(polarity == Polarity.OVER);
        return when(same && isOf(role), Match.DIRECT);
      }
      return when(maybeAnyone(actor, arn, polarity), Match.DIRECT);
    }
  }

  /** A session that a user made with GetFederationToken, by its ARN. */
  record FederatedSession(String arn) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      boolean maybe = actor instanceof Actor.User && actor.account().equals(ArnAccount.of(arn));
      return when(
          (polarity == Polarity.OVER && maybe) || maybeAnyone(actor, arn, polarity), Match.DIRECT);
    }
  }

  /** An AWS service, by its name. */
  record Service(String name) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      boolean same = actor instanceof Actor.Service service && service.name().equals(name);
      return when(same || (actor instanceof Actor.Service && name.equals("*")), Match.DIRECT);
    }
  }

  /** The identities of a provider, by its ARN or public name. */
  record Federated(String provider) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      boolean same =
          actor instanceof Actor.Federated federated && federated.provider().equals(provider);
      return when(same || (actor instanceof Actor.Federated && provider.equals("*")), Match.DIRECT);
    }
  }

  /**
   * An account or a CloudFront identity by the id that S3 knows it by; whose it is cannot be told
   * from it.
   */
  record CanonicalUser(String id) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      return when(
          polarity == Polarity.OVER && (isIdentity(actor) || actor instanceof Actor.Root),
          Match.DIRECT);
    }
  }

  /**
   * A role or user by the id that AWS shows once it is deleted, {@code AROA…}; whose it is cannot
   * be told from it.
   */
  record UniqueId(String id) implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      return when(polarity == Polarity.OVER && isIdentity(actor), Match.DIRECT);
    }
  }

  /** Not known yet. */
  record Unknown() implements PrincipalPattern {
    @Override
    public Match match(Actor actor, Polarity polarity) {
      return when(polarity == Polarity.OVER, Match.DIRECT);
    }
  }
}
