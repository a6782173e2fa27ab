package io.cellwall.policies.ownership;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the inventory gives to everybody: all that a judgement of stacks goes by. Whatever else
 * changes in an inventory, such as the size of a cell, changes no judgement but by what the stacks
 * declare.
 *
 * @param domain parent domain of every host name
 * @param globalEdge account and region of the stack above the zones
 * @param zones the zones, by name
 * @param cellDomains the domain that the hosts of each zone's cells lie in
 * @param cells what each cell has, retired ones too, by name
 * @param pairs the pairs of which one cell stands by for the other
 */
public record Holdings(
    HostName domain,
    GlobalEdge globalEdge,
    SortedMap<ZoneName, Zone> zones,
    SortedMap<ZoneName, HostName> cellDomains,
    List<OfCell> cells,
    List<StandbyPair> pairs) {

  /** What the stack above the zones has. */
  public record GlobalEdge(AccountId account, Region region) {}

  /**
   * What a cell has.
   *
   * @param host its name in the fleet's domain
   * @param endpointService full name of the service that its regional edge reaches it by, once it
   *     was admitted
   * @param backupCopyTo the region that keeps a copy of its backups, if one does
   */
  public record OfCell(
      CellName name,
      ZoneName zone,
      CellState state,
      AccountId account,
      Cidr cidr,
      HostName host,
      Optional<String> endpointService,
      Optional<Region> backupCopyTo) {}

  public Holdings {
    zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    cellDomains = Collections.unmodifiableSortedMap(new TreeMap<>(cellDomains));
    cells = List.copyOf(cells);
    pairs = List.copyOf(pairs);
  }

  /** What an inventory gives. */
  public static Holdings of(Inventory inventory) {
    Fleet fleet = inventory.fleet();
    SortedMap<ZoneName, HostName> cellDomains = new TreeMap<>();
    inventory.zones().keySet().forEach(zone -> cellDomains.put(zone, inventory.cellDomainOf(zone)));
    return new Holdings(
        fleet.domain(),
        new GlobalEdge(fleet.globalEdge().account(), fleet.globalEdge().region()),
        inventory.zones(),
        cellDomains,
        inventory.cells().values().stream()
            .map(
                cell ->
                    new OfCell(
                        cell.name(),
                        cell.zone(),
                        cell.state(),
                        cell.account(),
                        cell.cidr(),
                        inventory.hostOf(cell),
                        cell.facts().map(facts -> facts.endpointService()),
                        cell.backupCopyTo()))
            .toList(),
        inventory.pairs());
  }
}
