package io.cellwall.regions.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole, valid fleet.
 *
 * @param fleet what holds for all
 * @param zones the residency zones by name
 * @param cells the cells by name, retired ones too
 */
public record Inventory(
    Fleet fleet, SortedMap<ZoneName, Zone> zones, SortedMap<CellName, Cell> cells) {

  public Inventory {
    zones = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(zones)));
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(cells)));
  }

  /** This inventory with one cell in place of the one that has its name. */
  public Inventory with(Cell cell) {
    SortedMap<CellName, Cell> changed = new TreeMap<>(cells);
    changed.put(cell.name(), cell);
    return new Inventory(fleet, zones, changed);
  }

  /** This inventory with one zone in place of the one that has its name. */
  public Inventory with(Zone zone) {
    SortedMap<ZoneName, Zone> changed = new TreeMap<>(zones);
    changed.put(zone.name(), zone);
    return new Inventory(fleet, changed, cells);
  }

  /** The cell of this name, if the inventory has it. */
  public Optional<Cell> cell(CellName name) {
    return Optional.ofNullable(cells.get(name));
  }

  /** The zone that the region belongs to, if it belongs to one. */
  public Optional<Zone> zoneOf(Region region) {
    return zones.values().stream().filter(zone -> zone.regions().contains(region)).findFirst();
  }

  /** The zone of a cell of this inventory. */
  public Zone zoneOf(Cell cell) {
    Zone zone = zones.get(cell.zone());
    if (zone == null) {
      throw new IllegalArgumentException("no zone " + cell.zone() + " in this inventory");
    }
    return zone;
  }

  /** All users of the fleet. */
  public long users() {
    return cells.values().stream().mapToLong(Cell::users).sum();
  }

  /** The cells of a zone, retired ones too. */
  public List<Cell> cellsOf(ZoneName zone) {
    return cells.values().stream().filter(cell -> cell.zone().equals(zone)).toList();
  }

  /** The name under which the cells of a zone have theirs. */
  public HostName cellDomainOf(ZoneName zone) {
    return fleet.domain().under(zone + ".cells");
  }

  /** Every pair of which one cell stands by for the other, by the cell that serves. */
  public List<StandbyPair> pairs() {
    return cells.values().stream()
        .filter(cell -> cell.state() != CellState.RETIRED)
        .filter(cell -> cell.whenUnhealthy() instanceof FailurePolicy.Standby)
        .map(
            cell -> {
              FailurePolicy.Standby policy = (FailurePolicy.Standby) cell.whenUnhealthy();
              return new StandbyPair(
                  cell.zone(),
                  cell.name(),
                  policy.cell(),
                  policy.survives(),
                  cell(policy.cell())
                      .filter(standby -> standby.account().equals(cell.account()))
                      .isPresent());
            })
        .toList();
  }

  /** The cell's own host name, also the name of its hosted zone. */
  public HostName hostOf(Cell cell) {
    return fleet.domain().under(cell.name() + "." + cell.zone() + ".cells");
  }
}
