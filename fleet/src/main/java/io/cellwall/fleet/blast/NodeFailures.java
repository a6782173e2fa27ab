package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One machine of each cell's cluster.
 *
 * <p>Contained if there are more nodes, and if what runs on them has a second replica. That
 * replicas are on different nodes nothing forces, so users may wait until Kubernetes gives the node
 * up.
 */
final class NodeFailures implements FailureMode {

  // https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions
  private static final String WAIT =
      "up to 5m, where all replicas of a workload were on the node: that long Kubernetes waits before"
          + " it moves them";

  @Override
  public List<Reach> reaches(FleetView fleet) {
    return fleet.cells().stream()
        .flatMap(cell -> fleet.stack(cell.name()).stream().map(view -> reach(fleet, cell, view)))
        .toList();
  }

  private static Reach reach(FleetView fleet, Cell cell, StackView view) {
    Checks checks = new Checks();
    nodes(view, checks);
    Bundle.of(view)
        .ifPresentOrElse(
            bundle -> bundle.replicas(checks),
            () ->
                checks.undecided(
                    "no bundle was found in "
                        + view.name()
                        + ": nothing says how often it runs what"));
    SortedSet<io.cellwall.regions.model.CellName> own = new TreeSet<>(List.of(cell.name()));
    Reach reach =
        new Reach(
            Failure.NODE,
            "a node of " + cell.name(),
            own,
            checks.contained() ? new TreeSet<>() : own,
            checks.contained() ? WAIT : "",
            checks.containments(),
            Paths.of("a node of " + cell.name(), checks, fleet.usersOf(cell.name())),
            List.of());
    return checks.open().isEmpty() ? reach : reach.butUndecided(checks.open());
  }

  private static void nodes(StackView view, Checks checks) {
    Optional<Declared> auto = NodePlaces.autoMode(view);
    if (auto.isPresent()) {
      checks.holds(
          "EKS makes another node for pods that have none",
          auto.get().node().urn() + " computeConfig.enabled");
      return;
    }
    List<Declared> groups = view.of(NodePlaces.NODE_GROUP);
    int least =
        groups.stream()
            .map(
                group ->
                    Declared.number(
                        Declared.fields(group.node().inputs(), "scalingConfig"), "minSize"))
            .mapToInt(size -> size.orElse(BigDecimal.ZERO).intValue())
            .sum();
    if (least >= 2) {
      checks.holds(
          "%d nodes at least, in %d node groups that replace what fails"
              .formatted(least, groups.size()),
          groups.get(0).node().urn() + " scalingConfig.minSize");
    } else {
      checks.gap("the node groups of " + view.name() + " have " + least + " nodes at least");
    }
  }
}
