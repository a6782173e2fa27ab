package io.cellwall.fleet.blast;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.ZoneName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom each kind of failure can reach, computed from an inventory and the graphs of its stacks.
 *
 * @param population where the users are at home
 * @param rows one for each kind of failure, in the order of {@link Failure}
 */
public record BlastRadius(Population population, List<Row> rows) {

  /** What every figure rests on; printed with them. */
  public static final List<String> RESTS_ON =
      List.of(
          "Users are at home where the inventory says; it does not count tenants.",
          "Reached means: nothing found brings these users back before what failed is repaired or"
              + " restored. Who waits for a failover is exposed, not reached.",
          "Failures come one at a time. That AWS's zones and regions fail apart from one another is"
              + " AWS's word.",
          "What is left after a failure is assumed to carry the load: only that it may grow is looked"
              + " at.",
          "Seen is what the stacks declare. Pipelines and deploy roles, people, registrars and what"
              + " the workloads themselves call are not.");

  /**
   * One kind of failure.
   *
   * @param failure the kind
   * @param reaches each such failure that there can be, the farthest first
   */
  public record Row(Failure failure, List<Reach> reaches) {
    public Row {
      reaches = List.copyOf(reaches);
    }
  }

  public BlastRadius {
    rows = List.copyOf(rows);
  }

  /**
   * Computes it.
   *
   * @param inventory the fleet
   * @param graphs the graphs of its stacks; a stack without one is undecided
   */
  public static BlastRadius of(Inventory inventory, Collection<ResourceGraph> graphs) {
    return of(inventory, graphs, new Namings(inventory));
  }

  /**
   * Computes it, with what was read of graphs before.
   *
   * @param namings made for the same inventory
   */
  public static BlastRadius of(
      Inventory inventory, Collection<ResourceGraph> graphs, Namings namings) {
    FleetView fleet = FleetView.of(inventory, graphs, namings);
    Comparator<Reach> farthest =
        Comparator.comparing((Reach reach) -> -fleet.population().usersOf(reach.reached()))
            .thenComparing(reach -> -fleet.population().usersOf(reach.exposed()))
            .thenComparing(Reach::what);
    return new BlastRadius(
        fleet.population(),
        Stream.of(Failure.values())
            .map(
                failure ->
                    new Row(
                        failure,
                        Stream.concat(
                                FailureMode.of(failure).reaches(fleet).stream(),
                                unseen(failure, fleet))
                            .sorted(farthest)
                            .toList()))
            .toList());
  }

  // Stacks that were not planned may rest on one and the same thing.
  private static Stream<Reach> unseen(Failure failure, FleetView fleet) {
    if (fleet.missing().isEmpty()) {
      return Stream.of();
    }
    SortedSet<CellName> cells = new TreeSet<>();
    fleet.missing().forEach(stack -> cells.addAll(fleet.behind(stack.value())));
    String stacks =
        fleet.missing().size() == 1
            ? fleet.missing().get(0).value()
            : fleet.missing().size() + " stacks";
    return Stream.of(
        Reach.uncontained(
                failure,
                "what was not planned",
                cells,
                List.of(stacks, "not planned, so nothing is known of it", fleet.usersOf(cells)))
            .butUndecided(List.of("there is no graph of " + stacks + ": all behind it count")));
  }

  /** The row of a kind of failure. */
  public Row row(Failure failure) {
    return rows.get(failure.ordinal());
  }

  /** The largest number of users that one such failure reaches. */
  public long users(Failure failure) {
    return row(failure).reaches().stream()
        .mapToLong(reach -> population.usersOf(reach.reached()))
        .max()
        .orElse(0);
  }

  /** The largest share of all users that one such failure reaches. */
  public TenantShare share(Failure failure) {
    return TenantShare.of(users(failure), population.all());
  }

  /** For each zone with users, the largest share of them that one such failure reaches. */
  public SortedMap<ZoneName, TenantShare> zoneShares(Failure failure) {
    SortedMap<ZoneName, TenantShare> shares = new TreeMap<>();
    for (ZoneName zone : population.zones().values()) {
      shares.computeIfAbsent(
          zone,
          name ->
              row(failure).reaches().stream()
                  .map(reach -> population.share(reach.reached(), name))
                  .max(Comparator.naturalOrder())
                  .orElse(TenantShare.of(0, 1)));
    }
    return shares;
  }

  /** What is known of the tenants that the farthest such failure reaches. */
  public TenantsReached tenants(Failure failure) {
    return row(failure).reaches().stream()
        .map(reach -> population.tenants(reach.reached()))
        .max(Comparator.naturalOrder())
        .orElse(TenantsReached.NONE);
  }

  /** Tells whether the figure of a row counts as reached somebody of whom it was not decided. */
  public boolean isUndecided(Failure failure) {
    long most = users(failure);
    return most > 0
        && row(failure).reaches().stream()
            .filter(reach -> population.usersOf(reach.reached()) == most)
            .allMatch(Reach::isUndecided);
  }

  /** The cells in words: their names, or how many there are. */
  static String named(Collection<CellName> cells) {
    List<String> names = cells.stream().sorted().map(CellName::toString).toList();
    return names.size() <= 3
        ? String.join(", ", names)
        : names.get(0) + " and " + (names.size() - 1) + " more cells";
  }
}
