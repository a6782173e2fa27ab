package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Addressees;
import io.cellwall.policies.iam.principal.Actor;
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

  private void index(Identity role) {
    Addressees addressees = Addressees.of(role.self().policies());
    if (addressees.anybody()) {
      open.add(role);
      return;
    }
    Stream.concat(addressees.accounts().stream(), addressees.others().stream())
        .forEach(name -> named.computeIfAbsent(name, key -> new ArrayList<>()).add(role));
  }

  /** The roles whose trust policy may let this actor in. */
  List<Identity> assumable(Actor actor) {
    boolean named = actor instanceof Actor.Service || actor instanceof Actor.Federated;
    if (actor.account().isEmpty() && !named) {
      return Stream.concat(this.named.values().stream().flatMap(List::stream), open.stream())
          .distinct()
          .toList();
    }
    String name =
        actor instanceof Actor.Federated federated
            ? federated.provider()
            : actor.account().orElse(actor.id());
    return Stream.concat(this.named.getOrDefault(name, List.of()).stream(), open.stream()).toList();
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
