package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.iam.principal.ArnAccount;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom policies of a resource may let in, as far as an index needs it.
 *
 * @param accounts accounts of which they name somebody
 * @param others services and identity providers that they name
 * @param anybody whether they may let in somebody that cannot be told from these
 */
public record Addressees(Set<String> accounts, Set<String> others, boolean anybody) {

  public Addressees {
    accounts = Set.copyOf(accounts);
    others = Set.copyOf(others);
  }

  /** Whom the resource's side may let in. */
  static Addressees of(Resource resource) {
    return of(Stream.concat(resource.policies().stream(), resource.grants().stream()).toList());
  }

  /** Whom these policies may let in. A document that could not be read may let in anybody. */
  public static Addressees of(List<PolicyDocument> documents) {
    Set<String> accounts = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    boolean anybody = false;
    for (PolicyDocument document : documents) {
      anybody |= !document.problems().isEmpty();
      for (Statement statement : document.statements()) {
        anybody |= statement.effect() == Effect.ALLOW && !read(statement, accounts, others);
      }
    }
    return new Addressees(accounts, others, anybody);
  }

  private static boolean read(Statement statement, Set<String> accounts, Set<String> others) {
    if (statement.principals().map(PrincipalSet::negated).orElse(true)) {
      return false;
    }
    return statement.principals().stream()
        .flatMap(set -> set.patterns().stream())
        .filter(pattern -> !read(pattern, accounts, others))
        .findAny()
        .isEmpty();
  }

  private static boolean read(PrincipalPattern pattern, Set<String> accounts, Set<String> others) {
    if (pattern instanceof PrincipalPattern.Service service && !service.name().equals("*")) {
      others.add(service.name());
      return true;
    }
    if (pattern instanceof PrincipalPattern.Federated federated
        && !federated.provider().equals("*")) {
      others.add(federated.provider());
      return true;
    }
    Optional<String> account = account(pattern);
    account.ifPresent(accounts::add);
    return account.isPresent();
  }

  private static Optional<String> account(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Account account) {
      return Optional.of(account.id());
    }
    if (pattern instanceof PrincipalPattern.Role role) {
      return ArnAccount.of(role.arn());
    }
    if (pattern instanceof PrincipalPattern.User user) {
      return ArnAccount.of(user.arn());
    }
    if (pattern instanceof PrincipalPattern.RoleSession session) {
      return ArnAccount.of(session.arn());
    }
    if (pattern instanceof PrincipalPattern.FederatedSession session) {
      return ArnAccount.of(session.arn());
    }
    return Optional.empty();
  }

  /** Tells, without fail when it says no, whether they may let in this actor. */
  public boolean mayName(Actor actor) {
    if (anybody) {
      return true;
    }
    if (actor instanceof Actor.Service service) {
      return others.contains(service.name());
    }
    if (actor instanceof Actor.Federated federated) {
      return others.contains(federated.provider());
    }
    if (actor instanceof Actor.Anonymous) {
      return false;
    }
    return actor.account().map(accounts::contains).orElse(!accounts.isEmpty());
  }
}
