package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.ZoneName;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the users are at home.
 *
 * @param users users of each cell that has a stack
 * @param zones the zone of each such cell
 */
public record Population(SortedMap<CellName, Long> users, SortedMap<CellName, ZoneName> zones) {

  public Population {
    users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
    zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    if (!users.keySet().equals(zones.keySet())) {
      throw new IllegalArgumentException("a cell has users and a zone, or neither");
    }
  }

  /** The users of a fleet. */
  public static Population of(Inventory inventory) {
    SortedMap<CellName, Long> users = new TreeMap<>();
    SortedMap<CellName, ZoneName> zones = new TreeMap<>();
    for (Cell cell : inventory.cells().values()) {
      if (cell.state().hasStack()) {
        users.put(cell.name(), cell.users());
        zones.put(cell.name(), cell.zone());
      }
    }
    return new Population(users, zones);
  }

  /** All cells. */
  public SortedSet<CellName> cells() {
    return new TreeSet<>(users.keySet());
  }

  /** The cells of a zone. */
  public SortedSet<CellName> cellsOf(ZoneName zone) {
    SortedSet<CellName> cells = new TreeSet<>();
    zones.forEach(
        (cell, its) -> {
          if (its.equals(zone)) {
            cells.add(cell);
          }
        });
    return cells;
  }

  /** All users. */
  public long all() {
    return usersOf(users.keySet());
  }

  /** The users at home in these cells. */
  public long usersOf(Collection<CellName> cells) {
    return cells.stream().distinct().mapToLong(cell -> users.getOrDefault(cell, 0L)).sum();
  }

  /** The share of all users at home in these cells. */
  public TenantShare share(Collection<CellName> cells) {
    return TenantShare.of(usersOf(cells), all());
  }

  /** The share of a zone's users at home in these cells. */
  public TenantShare share(Collection<CellName> cells, ZoneName zone) {
    SortedSet<CellName> inZone = cellsOf(zone);
    long all = usersOf(inZone);
    inZone.retainAll(cells);
    return TenantShare.of(usersOf(inZone), all);
  }

  /**
   * What is known of the share of tenants. The inventory counts users, not tenants: all that
   * follows is that each tenant is at home in exactly one cell.
   */
  public TenantsReached tenants(Collection<CellName> cells) {
    if (usersOf(cells) == 0) {
      return TenantsReached.NONE;
    }
    return usersOf(cells) == all() ? TenantsReached.ALL : TenantsReached.SOME;
  }
}
