package io.cellwall.fleet.program;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every stack of a fleet, cells first, each computed from the inventory alone. */
public final class Stacks {

  private Stacks() {}

  /** The stacks of all cells that have one, then of the zones' edges, by name. */
  public static List<StackProgram> of(Inventory inventory) {
    List<StackProgram> stacks = new ArrayList<>();
    for (Cell cell : inventory.cells().values()) {
      if (cell.state().hasStack()) {
        stacks.add(CellStack.of(inventory, cell));
      }
    }
    inventory.zones().values().forEach(zone -> stacks.add(ZoneEdgeStack.of(inventory, zone)));
    return List.copyOf(stacks);
  }

  /** The stack of that name, if the fleet has it. */
  public static Optional<StackProgram> find(Inventory inventory, String name) {
    return of(inventory).stream().filter(stack -> stack.name().value().equals(name)).findFirst();
  }
}
