package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StandbyPair;
import java.util.Collection;
import java.util.Optional;

/** Whether another cell takes over the users of cells that are lost together. */
final class Standbys {

  private final FleetView fleet;
  private final Collection<Cell> lost;
  private final Optional<Region> region;

  /**
   * The question.
   *
   * @param lost the cells that are lost at the same time
   * @param region the region that is lost with them, if one is
   */
  Standbys(FleetView fleet, Collection<Cell> lost, Optional<Region> region) {
    this.fleet = fleet;
    this.lost = lost;
    this.region = region;
  }

  /** What brings the users of one of the lost cells back. */
  Checks checks(Cell cell) {
    Checks checks = new Checks();
    Optional<StandbyPair> found = pair(cell);
    if (found.isEmpty()) {
      checks.gap(
          "whenUnhealthy of "
              + cell.name()
              + " is "
              + cell.whenUnhealthy().label()
              + ": no cell takes over");
      return checks;
    }
    StandbyPair pair = found.get();
    if (!pair.replicates()) {
      checks.gap(
          pair.standby()
              + " stands by for "
              + cell.name()
              + " without its data, until backups are restored");
      return checks;
    }
    if (lost.stream().anyMatch(each -> each.name().equals(pair.standby()))
        || region.filter(pair.standby().region()::equals).isPresent()) {
      checks.gap(pair.standby() + " is lost too");
      return checks;
    }
    data(pair, checks);
    room(pair, checks);
    EdgeWays.of(fleet)
        .switchTo(cell.name(), pair.standby(), region)
        .ifPresentOrElse(
            urn -> checks.holds("routers send its users to " + pair.standby(), urn),
            () ->
                checks.gap(
                    "no router is seen to send the users of "
                        + cell.name()
                        + " to "
                        + pair.standby()));
    return checks;
  }

  private Optional<StandbyPair> pair(Cell cell) {
    return fleet.inventory().pairs().stream()
        .filter(pair -> pair.primary().equals(cell.name()))
        .findFirst();
  }

  // A member of the same global database in the other cell's stack.
  private void data(StandbyPair pair, Checks checks) {
    Optional<StackView> there = fleet.stack(pair.standby());
    Optional<StackView> here = fleet.stack(pair.primary());
    if (there.isEmpty() || here.isEmpty()) {
      checks.undecided(
          "whether "
              + pair.standby()
              + " has the data of "
              + pair.primary()
              + ": not both were planned");
      return;
    }
    for (Declared global : here.get().of("aws:rds/globalCluster:GlobalCluster")) {
      Optional<String> name = global.text("globalClusterIdentifier");
      for (Declared copy : there.get().of("aws:rds/cluster:Cluster")) {
        if (name.isPresent() && copy.has("globalClusterIdentifier", name.get())) {
          checks.holds(
              pair.standby() + " has a copy of the data, at most %s old".formatted(loss(pair)),
              copy.node().urn() + " globalClusterIdentifier");
          return;
        }
      }
    }
    checks.gap("no database of " + pair.standby() + " is a copy of that of " + pair.primary());
  }

  private void room(StandbyPair pair, Checks checks) {
    Inventory inventory = fleet.inventory();
    Cell standby = inventory.cells().get(pair.standby());
    if (standby == null) {
      checks.undecided("the inventory has no " + pair.standby());
      return;
    }
    long more =
        lost.stream()
            .filter(
                cell ->
                    pair(cell).filter(each -> each.standby().equals(pair.standby())).isPresent())
            .mapToLong(Cell::users)
            .sum();
    long most =
        Optional.ofNullable(inventory.fleet().sizes().get(standby.size()))
            .map(size -> size.users())
            .orElse(0L);
    if (standby.users() + more <= most) {
      checks.holds(
          "%s may serve %,d users and is to serve %,d"
              .formatted(standby.name(), most, standby.users() + more),
          "cells/" + standby.name() + ".yaml size, fleet.yaml sizes");
    } else {
      checks.gap(
          "%s would have to serve %,d users and may serve %,d"
              .formatted(standby.name(), standby.users() + more, most));
    }
  }

  /** The longest that users wait for a takeover. */
  String wait(Cell cell) {
    Recovery recovery = Recovery.of(fleet.inventory(), cell);
    return recovery.regionLoss().orElse(recovery.cellLoss()).rto().toString();
  }

  private String loss(StandbyPair pair) {
    Cell primary = fleet.inventory().cells().get(pair.primary());
    return primary == null
        ? "an unknown time"
        : Recovery.of(fleet.inventory(), primary).cellLoss().rpo().toString();
  }

  /** The names of the lost cells. */
  static Collection<CellName> names(Collection<Cell> cells) {
    return cells.stream().map(Cell::name).toList();
  }
}
