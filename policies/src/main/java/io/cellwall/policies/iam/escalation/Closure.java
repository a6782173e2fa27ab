package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Addressees;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.principal.Actor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Follows every way to become somebody else, until nobody new is found. */
final class Closure {

  /** Principals that are followed from one start; past it nothing is proven any more. */
  private static final int MAX_REACHED = 2_000;

  private final Access access;
  private final World world;
  private final Deque<Reached> queue = new ArrayDeque<>();
  private final Set<Principal> seen = new LinkedHashSet<>();
  private final List<Reached> all = new ArrayList<>();

  /** How a role or user that may not be reached yet was given more than it had. */
  private record Gift(Reached by, Step step, boolean unbounded) {}

  private final Map<String, Gift> gifts = new HashMap<>();
  private final Map<String, Reached> reachedById = new HashMap<>();

  Closure(Access access, World world) {
    this.access = access;
    this.world = world;
  }

  List<Reached> of(List<Principal> start) {
    start.forEach(principal -> add(new Reached(principal, List.of())));
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      for (Identity role : world.assumable(reached.principal().actor())) {
        step(reached, Powers.ASSUME, role);
      }
      if (!access.isPowerless(reached.principal(), Powers.OVER_IDENTITIES)) {
        world.besides(reached.principal().actor()).forEach(other -> besides(reached, other));
        newRole(reached);
      }
      for (Workload workload : world.workloads(reached.principal().actor())) {
        world
            .find(workload.role())
            .ifPresent(
                role -> via(reached, Powers.TAKE_OVER, workload.resource(), role.principal()));
      }
    }
    return all;
  }

  private void add(Reached reached) {
    if (all.size() >= MAX_REACHED) {
      giveUp(reached);
    } else if (seen.add(reached.principal())) {
      all.add(reached);
      queue.add(reached);
      String id = arn(reached.principal().actor());
      reachedById.putIfAbsent(id, reached);
      Gift gift = gifts.get(id);
      if (gift != null) {
        give(reached, gift);
      }
    }
  }

  private void giveUp(Reached reached) {
    Principal anyone = Principal.of(new Actor.Anyone(Optional.empty()));
    if (seen.add(anyone)) {
      String from = reached.principal().actor().id();
      all.add(
          reached.by(
              new Step(from, "become more than are followed", anyone.actor().id(), false), anyone));
    }
    queue.clear();
  }

  private static String arn(Actor actor) {
    return actor instanceof Actor.Role role ? role.arn() : actor.id();
  }

  private void besides(Reached reached, Identity other) {
    if (other.isRole()) {
      step(reached, Powers.REWRITE_TRUST, other);
      pass(reached, other);
    } else {
      step(reached, Powers.TAKE_USER, other);
    }
    Optional<Step> gift =
        may(reached, Powers.EMPOWER, other.self(), other.id() + " with any policy");
    for (Resource policy : other.policies()) {
      gift =
          gift.or(
              () -> may(reached, Powers.REWRITE_POLICY, policy, other.id() + " with any policy"));
    }
    if (!other.isRole()) {
      gift = gift.or(() -> groups(reached, other));
    }
    if (gift.isPresent()) {
      boolean unbounded = may(reached, Powers.UNBIND, other.self(), other.id()).isPresent();
      gift(other, new Gift(reached, gift.get(), unbounded));
    }
  }

  /** Whoever can change groups, or who is in them, can give a user any policy of the account. */
  private Optional<Step> groups(Reached reached, Identity user) {
    Resource groups = Resource.of("arn:aws:iam::" + user.account().orElse("*") + ":group/*");
    return may(reached, Powers.CHANGE_GROUPS, groups, user.id() + " with any policy");
  }

  private void gift(Identity to, Gift gift) {
    Gift before = gifts.get(to.id());
    if (before != null && (before.unbounded() || !gift.unbounded())) {
      return;
    }
    gifts.put(to.id(), gift);
    Reached reached = reachedById.get(to.id());
    if (reached != null) {
      give(reached, gift);
    }
  }

  private void give(Reached reached, Gift gift) {
    List<Step> path = new ArrayList<>(gift.by().path());
    path.add(gift.step());
    reached.path().stream().filter(step -> !path.contains(step)).forEach(path::add);
    add(new Reached(reached.principal().empowered(gift.unbounded()), path));
  }

  /** A role can be handed to a service that it trusts and that runs what its owner wants. */
  private void pass(Reached reached, Identity role) {
    if (seen.contains(role.principal())
        || may(reached, Powers.PASS, role.self(), role.id()).isEmpty()) {
      return;
    }
    Stream<Step> known =
        Powers.RUN.keySet().stream()
            .sorted()
            .filter(service -> trusts(role, service))
            .flatMap(service -> handOver(reached, role, service).stream());
    Stream.concat(known, unlistedServices(reached, role))
        .findFirst()
        .ifPresent(step -> add(reached.by(step, role.principal())));
  }

  /** Of a service that is not listed it cannot be told what it does with a role. */
  private Stream<Step> unlistedServices(Reached reached, Identity role) {
    return Addressees.of(role.self().policies()).others().stream()
        .filter(name -> name.contains(".amazonaws.com") && !name.contains(":"))
        .filter(name -> !Powers.RUN.containsKey(name))
        .sorted()
        .flatMap(
            name ->
                may(reached, Powers.PASS, role.self().knowing(passedTo(name)), role.id()).stream()
                    .map(
                        step ->
                            new Step(step.from(), step.how() + " to " + name, role.id(), false)));
  }

  private static Facts passedTo(String service) {
    return Facts.NONE.with("iam:PassedToService", KeyFact.is(service));
  }

  private Optional<Step> handOver(Reached reached, Identity role, String service) {
    List<String> start = Powers.RUN.getOrDefault(service, List.of());
    return may(reached, Powers.PASS, role.self().knowing(passedTo(service)), role.id())
        .flatMap(
            pass ->
                may(reached, start, anything(reached), role.id())
                    .map(
                        run ->
                            new Step(
                                run.from(),
                                pass.how() + " with " + run.how(),
                                role.id(),
                                run.certain() && pass.certain())));
  }

  private boolean trusts(Identity role, String service) {
    Principal asService = Principal.of(new Actor.Service(service));
    return !(access.between(List.of(asService), Powers.ASSUME, List.of(role.self()))
        instanceof AccessVerdict.Proven);
  }

  private static Resource anything(Reached reached) {
    return new Resource(
        List.of(Glob.ANYTHING),
        reached.principal().actor().account(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Facts.NONE);
  }

  /** Whoever may make a role and give it a policy may become a role that may do everything. */
  private void newRole(Reached reached) {
    Optional<String> account = reached.principal().actor().account();
    if (account.isEmpty() || reached.principal().actor() instanceof Actor.Root) {
      return;
    }
    Resource roles = Resource.of("arn:aws:iam::" + account.get() + ":role/*");
    String name = "a role that it makes in " + account.get();
    Optional<Step> make = may(reached, List.of("iam:CreateRole"), roles, name);
    Optional<Step> give = make.flatMap(step -> may(reached, Powers.EMPOWER, roles, name));
    if (make.isPresent() && give.isPresent()) {
      Principal made =
          new Principal(
              Actor.Role.of("arn:aws:iam::" + account.get() + ":role/made-by-" + made(reached)),
              List.<PolicyDocument>of(),
              Optional.empty(),
              Optional.empty(),
              reached.principal().controls(),
              Facts.NONE);
      boolean certain = make.get().certain() && give.get().certain();
      Step step =
          new Step(
              make.get().from(), make.get().how() + " with " + give.get().how(), name, certain);
      add(reached.by(step, made.empowered(true)));
    }
  }

  /** Roles that a made role makes are no news. */
  private static String made(Reached reached) {
    String id = arn(reached.principal().actor());
    String name = id.substring(id.lastIndexOf('/') + 1);
    return name.startsWith("made-by-") ? name.substring("made-by-".length()) : name;
  }

  private void step(Reached reached, List<String> actions, Identity to) {
    via(reached, actions, to.self(), to.principal());
  }

  private void via(Reached reached, List<String> actions, Resource on, Principal to) {
    if (seen.contains(to)) {
      return;
    }
    may(reached, actions, on, to.actor().id()).ifPresent(step -> add(reached.by(step, to)));
  }

  private Optional<Step> may(Reached reached, List<String> actions, Resource on, String to) {
    AccessVerdict verdict = access.between(List.of(reached.principal()), actions, List.of(on));
    if (verdict instanceof AccessVerdict.Proven) {
      return Optional.empty();
    }
    boolean certain = verdict instanceof AccessVerdict.Witness;
    String how =
        verdict instanceof AccessVerdict.Witness witness
            ? witness.action() + " on " + witness.resource()
            : String.join(" or ", actions) + " on " + on.name();
    return Optional.of(new Step(reached.principal().actor().id(), how, to, certain));
  }
}
