package io.cellwall.fleet.deploy;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.Locale;
import java.util.Optional;

/** Whether a stack may be deployed at all, by where it is in its life. Edges always may. */
final class Legality {

  private Legality() {}

  /** Why not, and what to do; empty if it may. */
  static Optional<String> refusal(Inventory inventory, StackName stack) {
    if (stack instanceof StackName.OfCell of) {
      return inventory
          .cell(of.cell())
          .filter(cell -> !cell.state().mayBeDeployed())
          .map(Legality::refusal);
    }
    return Optional.empty();
  }

  private static String refusal(Cell cell) {
    String file = "cells/" + cell.name() + ".yaml";
    return cell.state() == CellState.RETIRED
        ? ("%s is retired: its stack is gone for good, and its name and addresses are never used again."
                + " For more capacity add a cell: cellwall inventory add")
            .formatted(cell.name())
        : ("%s is %s: nothing of it is to exist yet. Write state: provisioning in %s, have that"
                + " reviewed, then deploy")
            .formatted(cell.name(), cell.state().name().toLowerCase(Locale.ROOT), file);
  }
}
