package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each cell as a whole: its cluster, or anything else in it that it cannot do without. */
final class ClusterFailures implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    return fleet.cells().stream().map(cell -> reach(fleet, cell)).toList();
  }

  private static Reach reach(FleetView fleet, Cell cell) {
    Standbys standbys = new Standbys(fleet, List.of(cell), Optional.empty());
    Checks checks = standbys.checks(cell);
    SortedSet<CellName> exposed = fleet.behind(cell.name().toString());
    SortedSet<CellName> reached = new TreeSet<>(exposed);
    if (checks.contained()) {
      reached.remove(cell.name());
    }
    if (exposed.size() > 1) {
      checks.gap(BlastRadius.named(exposed) + " rest on it: cells name one another");
    }
    Reach reach =
        new Reach(
            Failure.CLUSTER,
            "the cluster of " + cell.name(),
            exposed,
            reached,
            reached.contains(cell.name())
                ? ""
                : "up to " + standbys.wait(cell) + " for the takeover",
            checks.containments(),
            Paths.of(
                "the cluster of " + cell.name(),
                checks,
                fleet.usersOf(reached.isEmpty() ? exposed : reached)),
            List.of());
    return checks.open().isEmpty() ? reach : reach.butUndecided(checks.open());
  }
}
