package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each availability zone, by its id: the same place in every account. */
final class AvailabilityZoneFailures implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    SortedMap<String, Region> zones = new TreeMap<>();
    for (Cell cell : fleet.cells()) {
      fleet.stack(cell.name()).stream()
          .flatMap(view -> view.zones().stream())
          .forEach(zone -> zones.put(zone, cell.region()));
    }
    for (Zone zone : fleet.inventory().zones().values()) {
      for (Region region : zone.edges().keySet()) {
        fleet.edge(region).stream()
            .flatMap(view -> view.zones().stream())
            .forEach(each -> zones.put(each, region));
      }
    }
    List<Reach> reaches = new ArrayList<>();
    zones.forEach((zone, region) -> reaches.add(reach(fleet, zone, region)));
    fleet.stacks().values().stream()
        .filter(StackView::hasUnknownZones)
        .forEach(view -> reaches.add(somewhere(fleet, view)));
    return reaches;
  }

  private static Reach somewhere(FleetView fleet, StackView view) {
    SortedSet<CellName> cells = fleet.behind(view.name());
    return Reach.uncontained(
            Failure.AVAILABILITY_ZONE,
            "a zone of " + view.name(),
            cells,
            List.of("a subnet of " + view.name(), "it may be anywhere", fleet.usersOf(cells)))
        .butUndecided(List.of("a subnet of " + view.name() + " does not say its zone"));
  }

  private static Reach reach(FleetView fleet, String zone, Region region) {
    Checks all = new Checks();
    SortedSet<CellName> exposed = new TreeSet<>();
    SortedSet<CellName> reached = new TreeSet<>();
    List<String> open = new ArrayList<>();
    for (Cell cell : fleet.cellsIn(region)) {
      fleet
          .stack(cell.name())
          .filter(view -> view.zones().contains(zone))
          .ifPresent(
              view -> {
                exposed.add(cell.name());
                Checks checks = ZoneLoss.checks(view, zone);
                all.addAll(checks);
                open.addAll(checks.open());
                if (!checks.contained()) {
                  reached.add(cell.name());
                }
              });
    }
    edge(fleet, zone, region, all, exposed, reached, open);
    return new Reach(
        Failure.AVAILABILITY_ZONE,
        zone + " in " + region,
        exposed,
        reached,
        exposed.equals(reached) ? "" : "up to " + interruption() + " while databases fail over",
        all.containments(),
        Paths.of(zone, all, fleet.usersOf(reached.isEmpty() ? exposed : reached)),
        open);
  }

  // Of the routers, only where no other region's lead to the same cells.
  private static void edge(
      FleetView fleet,
      String zone,
      Region region,
      Checks all,
      SortedSet<CellName> exposed,
      SortedSet<CellName> reached,
      List<String> open) {
    fleet
        .edge(region)
        .filter(view -> view.zones().contains(zone))
        .ifPresent(
            view -> {
              Checks checks = ZoneLoss.checks(view, zone);
              all.addAll(checks);
              if (!checks.contained()) {
                open.addAll(checks.open());
                for (CellName cell : fleet.behind(view.name())) {
                  if (!EdgeWays.of(fleet).leadAround(region, cell, new Checks())) {
                    exposed.add(cell);
                    reached.add(cell);
                  }
                }
              }
            });
  }

  private static String interruption() {
    return Recovery.of(
            Recovery.StandbyData.NONE, io.cellwall.regions.model.StandbyCapacity.FULL, false)
        .zoneLoss()
        .rto()
        .toString();
  }
}
