package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** Only a cell that was admitted and is not retired is home to users. */
final class UsersOutsideLife implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Long users = cell.users().orNull();
      CellState state = cell.state().orNull();
      if (users != null && users > 0 && state != null && !state.serves()) {
        report.violation(
            file,
            cell.users(),
            "users is %d; a cell that is %s is home to nobody"
                .formatted(users, Scalar.label(state)),
            state == CellState.RETIRED
                ? "Drain the cell before it is retired."
                : "Write users: 0 until the cell is active.");
      }
    }
  }
}
