package io.cellwall.edge.region;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the routers know of the zone's cells. They read it from their bucket, so that a cell may
 * come or go without a router being replaced.
 *
 * @param schemaVersion version of the format
 * @param zone the zone
 * @param region the region of the routers
 * @param cells the cells that serve, by name
 */
public record RoutesPlan(int schemaVersion, String zone, String region, List<Route> cells) {

  /** Its name in the bucket. */
  public static final String OBJECT = "routes.json";

  private static final JsonMapper JSON = new JsonMapper();

  public RoutesPlan {
    cells = List.copyOf(cells);
  }

  /**
   * One cell.
   *
   * @param cell its name, as the home-cell table has it
   * @param host where it is, by its endpoint
   * @param newTenants whether tenants may still be placed in it: not while it drains
   * @param whenUnhealthy what its users get while it fails: {@code fail-fast}, {@code degraded} or
   *     {@code standby}; never another cell that lacks their data
   * @param standby the cell that takes over, after it was promoted
   */
  public record Route(
      String cell,
      String host,
      boolean newTenants,
      String whenUnhealthy,
      Optional<String> standby) {}

  static RoutesPlan of(Inventory inventory, Zone zone, Region region) {
    return new RoutesPlan(
        1,
        zone.name().value(),
        region.code(),
        serving(inventory, zone).map(cell -> route(inventory, cell)).toList());
  }

  /** The cells of a zone that its routers send to. */
  static Stream<Cell> serving(Inventory inventory, Zone zone) {
    return inventory.cellsOf(zone.name()).stream()
        .filter(cell -> cell.state().serves() && cell.facts().isPresent());
  }

  private static Route route(Inventory inventory, Cell cell) {
    return new Route(
        cell.name().toString(),
        inventory.hostOf(cell).value(),
        cell.state() == CellState.ACTIVE,
        cell.whenUnhealthy().label(),
        cell.whenUnhealthy().standbyCell().map(CellName::toString));
  }

  /** The text that the routers read. */
  public String json() {
    return JSON.writeValueAsString(this);
  }
}
