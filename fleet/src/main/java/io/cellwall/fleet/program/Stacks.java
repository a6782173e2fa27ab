package io.cellwall.fleet.program;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every stack of a fleet, cells first, each computed from the inventory alone. */
public final class Stacks {

  private Stacks() {}

  /**
   * The stacks of all cells that have one, of the regions' and the zones' edges, and the global
   * one.
   */
  public static List<StackProgram> of(Inventory inventory) {
    List<StackProgram> stacks = new ArrayList<>();
    inventory.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .forEach(cell -> stacks.add(CellStack.of(inventory, cell)));
    for (Zone zone : inventory.zones().values()) {
      zone.edges()
          .keySet()
          .forEach(region -> stacks.add(RegionEdgeStack.of(inventory, zone, region)));
    }
    inventory.zones().values().forEach(zone -> stacks.add(ZoneEdgeStack.of(inventory, zone)));
    stacks.add(GlobalEdgeStack.of(inventory));
    return List.copyOf(stacks);
  }

  /** The stack of that name, if the fleet has it. */
  public static Optional<StackProgram> find(Inventory inventory, String name) {
    return of(inventory).stream().filter(stack -> stack.name().value().equals(name)).findFirst();
  }
}
