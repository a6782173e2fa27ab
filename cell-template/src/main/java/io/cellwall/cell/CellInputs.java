package io.cellwall.cell;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.regions.model.Zone;
import java.util.Optional;

/**
 * All of an inventory that a cell is planned from: equal inputs give equal plans.
 *
 * @param cell the cell
 * @param zone its zone
 * @param host its name in the fleet's domain
 * @param organization short name of who runs the fleet
 * @param copied the pair in which its data are copied to a standby, if they are
 * @param copyOf whose data it has a copy of, if it has
 */
public record CellInputs(
    Cell cell,
    Zone zone,
    HostName host,
    String organization,
    Optional<StandbyPair> copied,
    Optional<Partner> copyOf) {

  /**
   * The cell that one stands by for.
   *
   * @param primary the cell that serves
   */
  public record Partner(StandbyPair pair, Cell primary) {}

  /**
   * What an inventory says for a cell of it.
   *
   * @throws IllegalArgumentException if the cell is not of the inventory
   */
  public static CellInputs of(Inventory inventory, Cell cell) {
    if (!cell.equals(inventory.cells().get(cell.name()))) {
      throw new IllegalArgumentException(cell.name() + " is not a cell of this inventory");
    }
    return new CellInputs(
        cell,
        inventory.zoneOf(cell),
        inventory.hostOf(cell),
        inventory.fleet().organization(),
        inventory.pairs().stream()
            .filter(pair -> pair.replicates() && pair.primary().equals(cell.name()))
            .findFirst(),
        inventory.pairs().stream()
            .filter(pair -> pair.replicates() && pair.standby().equals(cell.name()))
            .flatMap(
                pair ->
                    inventory.cell(pair.primary()).stream()
                        // The global database is there once the partner is built.
                        .filter(primary -> primary.facts().isPresent())
                        .map(primary -> new Partner(pair, primary)))
            .findFirst());
  }
}
