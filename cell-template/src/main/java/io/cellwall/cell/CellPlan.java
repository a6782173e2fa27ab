package io.cellwall.cell;

import io.cellwall.cell.boundary.BoundaryPlan;
import io.cellwall.cell.keys.KeysPlan;
import io.cellwall.cell.network.NetworkPlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.wiring.Place;

/**
 * Everything that a cell's resources are made from, and nothing else: two plans are equal exactly
 * if the cells they describe are. What applies to every resource alike (region, account, tags) is
 * the provider's.
 *
 * @param name the cell's name
 * @param keys its encryption keys
 * @param boundary the most that its roles may do
 * @param network its network
 */
public record CellPlan(String name, KeysPlan keys, BoundaryPlan boundary, NetworkPlan network) {

  /**
   * Plans a cell.
   *
   * @throws IllegalArgumentException if the cell is not of the inventory, or its addresses or
   *     availability zones cannot be laid out; a validated inventory has no such cell
   */
  public static CellPlan of(Inventory inventory, Cell cell) {
    if (!cell.equals(inventory.cells().get(cell.name()))) {
      throw new IllegalArgumentException(cell.name() + " is not a cell of this inventory");
    }
    Place place = new Place(cell.name().toString(), cell.region(), cell.account());
    BoundaryPlan boundary = BoundaryPlan.of(place);
    return new CellPlan(
        place.name(),
        KeysPlan.of(place),
        boundary,
        NetworkPlan.of(place, cell, inventory.zoneOf(cell), boundary.arn()));
  }
}
