package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Each region with all that is in it: its cells, and the routers that users of its zone enter by.
 */
final class RegionFailures implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    List<Reach> reaches = new ArrayList<>();
    for (Zone zone : fleet.inventory().zones().values()) {
      SortedSet<Region> regions = new TreeSet<>(zone.edges().keySet());
      zone.regions().stream()
          .filter(region -> !fleet.cellsIn(region).isEmpty())
          .forEach(regions::add);
      regions.forEach(region -> reaches.add(reach(fleet, zone, region)));
    }
    return reaches;
  }

  private static Reach reach(FleetView fleet, Zone zone, Region region) {
    List<Cell> lost = fleet.cellsIn(region);
    Standbys standbys = new Standbys(fleet, lost, Optional.of(region));
    Checks all = new Checks();
    List<String> open = new ArrayList<>();
    SortedSet<CellName> reached = new TreeSet<>();
    SortedSet<String> waits = new TreeSet<>();
    for (Cell cell : lost) {
      Checks checks = standbys.checks(cell);
      all.addAll(checks);
      open.addAll(checks.open());
      if (checks.contained()) {
        waits.add("up to " + standbys.wait(cell) + " for the takeover of " + cell.name());
      } else {
        reached.add(cell.name());
      }
      SortedSet<CellName> resting = fleet.behind(cell.name().toString());
      resting.remove(cell.name());
      reached.addAll(resting);
    }
    SortedSet<CellName> exposed = new TreeSet<>(Standbys.names(lost));
    exposed.addAll(reached);
    if (zone.edges().containsKey(region)) {
      exposed.addAll(fleet.population().cellsOf(zone.name()));
      elsewhere(fleet, region, exposed, reached, all, open);
      waits.add("users who enter by " + region + ", until they enter elsewhere");
    }
    if (zone.writerRegion().equals(region)) {
      waits.add("while it lasts no tenant of zone " + zone.name() + " is placed or moved");
    }
    return new Reach(
        Failure.REGION,
        region.code(),
        exposed,
        reached,
        String.join("; ", waits),
        all.containments(),
        Paths.of(region.code(), all, fleet.usersOf(reached.isEmpty() ? exposed : reached)),
        open);
  }

  // Cells of other regions: other routers must lead to them.
  private static void elsewhere(
      FleetView fleet,
      Region region,
      SortedSet<CellName> exposed,
      SortedSet<CellName> reached,
      Checks all,
      List<String> open) {
    for (CellName cell : exposed) {
      if (cell.region().equals(region) || fleet.population().usersOf(List.of(cell)) == 0) {
        continue;
      }
      if (!EdgeWays.of(fleet).leadAround(region, cell, all)) {
        reached.add(cell);
        String why = "no routers outside " + region + " lead to " + cell;
        all.gap(why);
        if (!fleet.missing().isEmpty()) {
          open.add(why + ", as far as was planned");
        }
      }
    }
  }
}
