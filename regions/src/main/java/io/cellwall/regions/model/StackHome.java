package io.cellwall.regions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one stack of a fleet stands.
 *
 * @param stack the stack
 * @param account its account
 * @param region its region
 * @param zone the zone that it belongs to; empty for the one stack above the zones
 */
public record StackHome(
    StackName stack, AccountId account, Region region, Optional<ZoneName> zone) {

  /**
   * The home of a stack.
   *
   * @throws IllegalArgumentException if the inventory has no such stack; the message names it
   */
  public static StackHome of(Inventory inventory, StackName stack) {
    return all(inventory).stream()
        .filter(home -> home.stack().equals(stack))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the inventory has no stack \"" + stack + "\""));
  }

  /**
   * The homes of all stacks: cells that have one, the regions' and zones' edges, the global one.
   */
  public static List<StackHome> all(Inventory inventory) {
    List<StackHome> homes = new ArrayList<>();
    inventory.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .map(StackHome::of)
        .forEach(homes::add);
    for (Zone zone : inventory.zones().values()) {
      zone.edges()
          .forEach(
              (region, edge) ->
                  homes.add(
                      new StackHome(
                          new StackName.OfRegionEdge(region),
                          edge.account(),
                          region,
                          Optional.of(zone.name()))));
    }
    for (Zone zone : inventory.zones().values()) {
      homes.add(
          new StackHome(
              new StackName.OfZoneEdge(zone.name()),
              zone.account(),
              zone.writerRegion(),
              Optional.of(zone.name())));
    }
    Fleet.GlobalEdge global = inventory.fleet().globalEdge();
    homes.add(
        new StackHome(
            new StackName.OfGlobalEdge(), global.account(), global.region(), Optional.empty()));
    return List.copyOf(homes);
  }

  /** The home of a cell's stack, also of a cell that has none any more. */
  public static StackHome of(Cell cell) {
    return new StackHome(
        new StackName.OfCell(cell.name()), cell.account(), cell.region(), Optional.of(cell.zone()));
  }
}
