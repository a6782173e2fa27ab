package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.StackName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A tenant, or a crowd, that takes what others need: inside a cell, at the routers of a region, in
 * an account that stacks share.
 *
 * <p>Limits that are found are shown. None of them is for one tenant across database, cache and
 * queue, so all who share those count as reached.
 */
final class NoisyNeighbours implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    List<Reach> reaches = new ArrayList<>();
    for (StackView view : fleet.stacks().values()) {
      SortedSet<CellName> cells = fleet.behind(view.name());
      if (StackName.parse(view.name()) instanceof StackName.OfCell) {
        reaches.add(
            Reach.uncontained(
                    Failure.NOISY_NEIGHBOUR,
                    "a tenant of " + view.name(),
                    cells,
                    List.of("a tenant of " + view.name(), shared(view), fleet.usersOf(cells)))
                .with(limits(view)));
      } else if (!view.of("aws:lb/loadBalancer:LoadBalancer").isEmpty()) {
        reaches.add(
            Reach.uncontained(
                    Failure.NOISY_NEIGHBOUR,
                    "a tenant at the routers of " + view.name(),
                    cells,
                    List.of(
                        "a tenant that calls " + view.name(),
                        view.of("aws:lb/loadBalancer:LoadBalancer").get(0).node().urn(),
                        fleet.usersOf(cells)))
                .with(limits(view))
                .butUndecided(
                    List.of(
                        "who enters by " + view.name() + " is not known: all of its zone count")));
      }
    }
    accounts(fleet, reaches);
    return reaches;
  }

  private static String shared(StackView view) {
    List<String> shared = new ArrayList<>();
    view.of("aws:rds/cluster:Cluster").stream()
        .findFirst()
        .ifPresent(each -> shared.add(each.node().urn()));
    return shared.isEmpty()
        ? "what the cell's tenants share"
        : shared.get(0) + ", which its tenants share";
  }

  private static List<Containment> limits(StackView view) {
    Checks checks = new Checks();
    for (Declared firewall : view.of("aws:wafv2/webAcl:WebAcl")) {
      if (Limits.ofClient(firewall).isPresent()) {
        checks.holds(
            "%d requests of one address in five minutes, no more"
                .formatted(Limits.ofClient(firewall).get()),
            firewall.node().urn() + " rateBasedStatement");
      }
    }
    Bundle.of(view)
        .filter(bundle -> !bundle.kind("ResourceQuota").isEmpty())
        .ifPresent(
            bundle ->
                checks.holds(
                    "%d tiers of tenants with a quota each of the cluster"
                        .formatted(bundle.kind("ResourceQuota").size()),
                    bundle.urn() + " ResourceQuota"));
    view.objects()
        .filter(object -> object.text().contains("\"circuit_breakers\""))
        .findFirst()
        .ifPresent(
            object ->
                checks.holds(
                    "requests that wait for one cell are limited, cell by cell",
                    object.urn() + " circuit_breakers"));
    return checks.containments();
  }

  // Quotas are of an account, most of them in a region. Those of the account as a whole nobody adds
  // up.
  private static void accounts(FleetView fleet, List<Reach> reaches) {
    SortedMap<String, SortedSet<String>> sharing = new TreeMap<>();
    for (StackView view : fleet.stacks().values()) {
      for (Declared resource : view.resources()) {
        Home.of(resource)
            .ifPresent(
                home ->
                    sharing
                        .computeIfAbsent(home.account().value(), any -> new TreeSet<>())
                        .add(view.name()));
      }
    }
    sharing.forEach(
        (account, stacks) -> {
          if (stacks.size() > 1) {
            Collection<CellName> cells = new TreeSet<>();
            stacks.forEach(stack -> cells.addAll(fleet.behind(stack)));
            reaches.add(
                Reach.uncontained(
                    Failure.NOISY_NEIGHBOUR,
                    "quotas of account " + account,
                    cells,
                    List.of(
                        "account " + account,
                        "shared by " + String.join(", ", stacks),
                        fleet.usersOf(cells))));
          }
        });
  }
}
