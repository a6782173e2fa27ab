package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.iam.principal.Match;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody who could be become, indexed so that looking from one account does not read all others.
 *
 * <p>Roles whose trust policy names only principals of their own account are seen from that account
 * alone.
 */
public final class World {

  private final Map<String, List<Identity>> byAccount = new LinkedHashMap<>();
  private final Map<String, List<Identity>> named = new LinkedHashMap<>();
  private final List<Identity> open = new ArrayList<>();
  private final Map<String, Identity> byId = new LinkedHashMap<>();
  private final Map<String, List<Workload>> workloads = new LinkedHashMap<>();

  /** Everybody there is. */
  public World(List<Identity> identities, List<Workload> workloads) {
    for (Identity identity : identities) {
      byId.put(identity.id(), identity);
      byAccount
          .computeIfAbsent(identity.account().orElse(""), key -> new ArrayList<>())
          .add(identity);
      if (identity.isRole()) {
        index(identity);
      }
    }
    for (Workload workload : workloads) {
      this.workloads
          .computeIfAbsent(workload.resource().account().orElse(""), key -> new ArrayList<>())
          .add(workload);
    }
  }

  /**
   * A role is open if its trust may let in somebody without account, or of an account that it does
   * not name.
   */
  private void index(Identity role) {
    Actor stranger = new Actor.Anyone(Optional.of("(an account that nobody names)"));
    List<Actor> strangers = List.of(stranger, new Actor.Anonymous());
    boolean anybody =
        allows(role)
            .anyMatch(
                set ->
                    strangers.stream()
                        .anyMatch(who -> set.match(who, Polarity.OVER) != Match.NONE));
    boolean without =
        allows(role)
            .flatMap(set -> set.patterns().stream())
            .anyMatch(pattern -> TrustedAccount.of(pattern).isEmpty());
    if (anybody
        || without
        || role.self().policies().stream().anyMatch(document -> !document.problems().isEmpty())) {
      open.add(role);
      return;
    }
    allows(role)
        .flatMap(set -> set.patterns().stream())
        .flatMap(pattern -> TrustedAccount.of(pattern).stream())
        .distinct()
        .forEach(account -> named.computeIfAbsent(account, key -> new ArrayList<>()).add(role));
  }

  private static Stream<PrincipalSet> allows(Identity role) {
    return role.self().policies().stream()
        .map(PolicyDocument::statements)
        .flatMap(List::stream)
        .filter(statement -> statement.effect() == Effect.ALLOW)
        .map(Statement::principals)
        .flatMap(Optional::stream);
  }

  /** The roles whose trust policy may let this actor in. */
  List<Identity> assumable(Actor actor) {
    Stream<Identity> byName =
        actor.account().stream()
            .flatMap(account -> named.getOrDefault(account, List.of()).stream());
    return Stream.concat(byName, open.stream()).distinct().toList();
  }

  /** The roles and users of the actor's account, and those of whom no account is known. */
  List<Identity> besides(Actor actor) {
    return actor
        .account()
        .map(
            account ->
                Stream.concat(
                        byAccount.getOrDefault(account, List.of()).stream(),
                        byAccount.getOrDefault("", List.of()).stream())
                    .toList())
        .orElse(List.of());
  }

  /** What runs in the actor's account. */
  List<Workload> workloads(Actor actor) {
    return actor
        .account()
        .map(account -> workloads.getOrDefault(account, List.of()))
        .orElse(List.of());
  }

  /** The role or user of this ARN, if it is one of this world. */
  Optional<Identity> find(String arn) {
    return Optional.ofNullable(byId.get(arn));
  }
}
