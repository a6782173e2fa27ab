package io.cellwall.policies.proof.access;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.FleetAccounts.Holder;
import io.cellwall.policies.proof.rule.ProofRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks of one resource who from elsewhere may do anything with it: each account that its policies
 * name, one that stands for all the others, and the services that may act for them. So a fleet is
 * asked resource by resource, and never pair by pair.
 */
final class AccessQuestions {

  private final Access access;
  private final FleetAccounts accounts;

  AccessQuestions(Access access, FleetAccounts accounts) {
    this.access = access;
    this.accounts = accounts;
  }

  /**
   * What is not proven.
   *
   * @param own ARNs without account of what the resource's stack declares
   */
  List<AccessObjection> ask(Governed on, Set<String> own) {
    Named named = Named.in(on.resource());
    if (on.resource().account().isEmpty()) {
      return List.of(undecided(on, "its provider does not say in which account it is"));
    }
    Optional<String> unknown = unknown(on);
    if (unknown.isPresent()) {
      return List.of(undecided(on, unknown.get() + " says of whom only when it is known"));
    }
    String account = on.resource().account().get();
    List<AccessObjection> found = new ArrayList<>();
    Set<String> asked = new TreeSet<>(named.accounts());
    asked.remove(account);
    for (String other : asked) {
      named(on, other, found);
    }
    if (named.anybody()) {
      anybody(on, Strangers.anyone(Strangers.STAND_IN, named.vague()), found);
      if (found.isEmpty()) {
        anybody(on, Strangers.anonymous(), found);
      }
    }
    if (!on.isRole()) {
      // Whoever hands a role to a service must be allowed to pass it, which is never across
      // accounts: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
      services(on, named, asked, own, found);
    } else {
      named.others().stream()
          .filter(other -> !isService(other))
          .forEach(p -> federated(on, p, found));
    }
    return found;
  }

  // Whom it lets in is open, whatever else it says: nothing need be searched.
  private static Optional<String> unknown(Governed on) {
    return Stream.concat(on.resource().policies().stream(), on.resource().grants().stream())
        .flatMap(document -> document.statements().stream())
        .filter(statement -> statement.effect() == Effect.ALLOW)
        .filter(
            statement ->
                statement.principals().stream()
                    .flatMap(set -> set.patterns().stream())
                    .anyMatch(PrincipalPattern.Unknown.class::isInstance))
        .map(Statement::label)
        .findFirst();
  }

  private static AccessObjection undecided(Governed on, String why) {
    return new AccessObjection(
        Optional.empty(),
        "anybody",
        on,
        ProofRule.PROOF_UNDECIDED,
        new AccessVerdict.Undecided(List.of(why)),
        true);
  }

  private void named(Governed on, String other, List<AccessObjection> found) {
    Optional<AccessVerdict> verdict = refuted(on, Strangers.anyone(other, false));
    if (verdict.isEmpty()) {
      return;
    }
    if (!(verdict.get() instanceof AccessVerdict.Witness)) {
      verdict = witness(on, other).or(() -> refuted(on, Strangers.anyone(other, false)));
    }
    AccessVerdict why = verdict.orElseThrow();
    List<Holder> holders = accounts.holders(other);
    holders.forEach(
        holder ->
            found.add(
                new AccessObjection(
                    Optional.of(holder.stack()),
                    "whoever is in the account of " + holder.stack(),
                    on,
                    ProofRule.IAM_PATH_BETWEEN_CELLS,
                    why,
                    isAcrossZones(on, Optional.of(holder)))));
    if (holders.isEmpty()) {
      found.add(
          new AccessObjection(
              Optional.empty(),
              "whoever is in account " + other + ", which is none of the inventory's",
              on,
              ProofRule.IAM_PATH_FROM_OUTSIDE,
              why,
              true));
    }
  }

  private boolean isAcrossZones(Governed on, Optional<Holder> from) {
    Optional<Holder> mine = accounts.stack(on.stack());
    return mine.isEmpty() || from.map(of -> of.isAcrossZones(mine.get())).orElse(true);
  }

  /** Whoever has the account can make a role or user of the name that a policy asks for. */
  private Optional<AccessVerdict> witness(Governed on, String account) {
    return Named.identities(on.resource(), account).stream()
        .map(arn -> refuted(on, Strangers.called(arn)))
        .flatMap(Optional::stream)
        .filter(AccessVerdict.Witness.class::isInstance)
        .findFirst();
  }

  private void anybody(Governed on, Principal who, List<AccessObjection> found) {
    refuted(on, who)
        .ifPresent(
            verdict ->
                found.add(
                    new AccessObjection(
                        Optional.empty(),
                        who.actor() instanceof Actor.Anonymous
                            ? "anybody without credentials"
                            : "whoever is in any other account",
                        on,
                        ProofRule.IAM_PATH_FROM_OUTSIDE,
                        verdict,
                        true)));
  }

  private void services(
      Governed on,
      Named named,
      Set<String> accounts,
      Set<String> own,
      List<AccessObjection> found) {
    Set<String> services = new TreeSet<>();
    named.others().stream().filter(AccessQuestions::isService).forEach(services::add);
    if (named.anybody() && found.isEmpty()) {
      services.add(Strangers.OTHER_SERVICE);
    }
    Set<String> askers = new TreeSet<>(accounts);
    askers.add(Strangers.STAND_IN);
    for (String service : services) {
      for (String asker : askers) {
        Principal who = Strangers.service(service, asker, on.resource(), named, own);
        Optional<AccessVerdict> verdict = refuted(on, who);
        if (verdict.isPresent()) {
          found.add(deputy(on, service, asker, verdict.get()));
          break;
        }
      }
    }
  }

  private AccessObjection deputy(Governed on, String service, String asker, AccessVerdict verdict) {
    Optional<Holder> holder = accounts.holders(asker).stream().findFirst();
    String whose = holder.map(Holder::stack).orElse("whichever account asks it");
    return new AccessObjection(
        holder.map(Holder::stack),
        service + " acting for " + whose,
        on,
        ProofRule.SERVICE_ACTS_FOR_OTHERS,
        verdict,
        isAcrossZones(on, holder));
  }

  /** The providers of one's own account are one's own; whose tokens a public one takes is open. */
  private void federated(Governed on, String provider, List<AccessObjection> found) {
    String account = on.resource().account().orElse("?");
    if (provider.contains(":iam::" + account + ":")) {
      return;
    }
    refuted(on, Principal.of(new Actor.Federated(provider, "somebody")))
        .ifPresent(
            verdict ->
                found.add(
                    new AccessObjection(
                        Optional.empty(),
                        "whoever has a token of " + provider,
                        on,
                        ProofRule.IAM_PATH_FROM_OUTSIDE,
                        verdict,
                        true)));
  }

  private static boolean isService(String name) {
    return name.endsWith(".amazonaws.com")
        || name.endsWith(".amazonaws.com.cn")
        || name.endsWith(".amazon.com")
        || name.endsWith(".aws.internal");
  }

  private Optional<AccessVerdict> refuted(Governed on, Principal who) {
    AccessVerdict verdict = access.between(List.of(who), Access.ANY_ACTION, List.of(on.resource()));
    return verdict instanceof AccessVerdict.Proven ? Optional.empty() : Optional.of(verdict);
  }
}
