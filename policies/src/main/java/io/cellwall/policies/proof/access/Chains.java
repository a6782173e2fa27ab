package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Crossing;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.escalation.Escalation;
import io.cellwall.policies.iam.escalation.Identity;
import io.cellwall.policies.iam.escalation.Workload;
import io.cellwall.policies.iam.escalation.World;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.FleetAccounts.Holder;
import io.cellwall.policies.proof.rule.ProofRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows those who get into a role of another stack: what may they do as it, elsewhere? Only
 * stacks with such a role are looked into, and only for resources whose policies name one of them.
 */
final class Chains {

  private final Map<String, ResourceGraph> graphs = new LinkedHashMap<>();
  private final FleetAccounts accounts;
  private final Access access;

  Chains(Collection<ResourceGraph> graphs, FleetAccounts accounts, Access access) {
    graphs.forEach(graph -> this.graphs.put(graph.stack(), graph));
    this.accounts = accounts;
    this.access = access;
  }

  List<AccessObjection> find(List<AccessObjection> direct, List<Governed> all) {
    Map<String, Set<String>> into = new LinkedHashMap<>();
    for (AccessObjection each : direct) {
      if (each.on().isRole() && each.from().isPresent()) {
        into.computeIfAbsent(each.from().get(), from -> new LinkedHashSet<>()).add(each.to());
      }
    }
    Map<String, List<Governed>> naming = new LinkedHashMap<>();
    for (Governed each : all) {
      for (String account : Named.in(each.resource()).accounts()) {
        if (!accounts.accountOf(each.stack()).filter(account::equals).isPresent()) {
          accounts
              .holders(account)
              .forEach(
                  holder ->
                      naming.computeIfAbsent(holder.stack(), of -> new ArrayList<>()).add(each));
        }
      }
    }
    List<AccessObjection> found = new ArrayList<>();
    into.keySet().forEach(from -> found.addAll(from(from, reachable(from, into), naming, direct)));
    return found;
  }

  private Set<String> reachable(String from, Map<String, Set<String>> into) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> queue = new ArrayDeque<>(into.getOrDefault(from, Set.of()));
    while (!queue.isEmpty()) {
      String next = queue.remove();
      if (!next.equals(from) && reached.add(next)) {
        queue.addAll(into.getOrDefault(next, Set.of()));
        // Whoever is in an account may go on from all that is in it.
        accounts.accountOf(next).map(accounts::holders).stream()
            .flatMap(List::stream)
            .forEach(holder -> queue.add(holder.stack()));
      }
    }
    return reached;
  }

  private List<AccessObjection> from(
      String from,
      Set<String> through,
      Map<String, List<Governed>> naming,
      List<AccessObjection> direct) {
    Map<Resource, Governed> asked = new LinkedHashMap<>();
    for (String stack : through) {
      for (Governed each : naming.getOrDefault(stack, List.of())) {
        boolean known =
            each.stack().equals(from)
                || direct.stream()
                    .anyMatch(
                        one ->
                            one.from().filter(from::equals).isPresent()
                                && one.on().places().equals(each.places()));
        if (!known) {
          asked.put(each.resource(), each);
        }
      }
    }
    if (asked.isEmpty()) {
      return List.of();
    }
    List<Principal> who =
        accounts.accountOf(from).stream().map(account -> Strangers.anyone(account, false)).toList();
    List<AccessObjection> found = new ArrayList<>();
    Set<Governed> told = new LinkedHashSet<>();
    Escalation escalation = new Escalation(access, world(through));
    for (Crossing crossing :
        escalation.crossings(who, Access.ANY_ACTION, List.copyOf(asked.keySet()))) {
      Governed on = asked.get(crossing.resource());
      if (on != null && !told.contains(on) && beats(crossing.verdict(), on, found)) {
        found.removeIf(each -> each.on().equals(on));
        found.add(objection(from, on, crossing.verdict()));
        if (crossing.verdict() instanceof AccessVerdict.Witness) {
          told.add(on);
        }
      }
    }
    return found;
  }

  // A witness says more than a doubt, and one doubt says as much as many.
  private static boolean beats(AccessVerdict verdict, Governed on, List<AccessObjection> found) {
    return verdict instanceof AccessVerdict.Witness
        || found.stream().noneMatch(each -> each.on().equals(on));
  }

  private AccessObjection objection(String from, Governed on, AccessVerdict verdict) {
    Optional<Holder> mine = accounts.stack(on.stack());
    return new AccessObjection(
        Optional.of(from),
        "whoever is in the account of " + from,
        on,
        ProofRule.IAM_PATH_BETWEEN_CELLS,
        verdict,
        mine.isEmpty()
            || accounts.stack(from).map(of -> of.isAcrossZones(mine.get())).orElse(true));
  }

  private World world(Set<String> stacks) {
    List<Identity> identities = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    for (String stack : stacks) {
      ResourceGraph graph = graphs.get(stack);
      if (graph != null) {
        IdentityReader reader = new IdentityReader(graph);
        identities.addAll(reader.identities());
        workloads.addAll(reader.workloads());
      }
    }
    return new World(identities, workloads);
  }
}
