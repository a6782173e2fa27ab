package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;

/** The standby of a cell that serves users is active. */
final class StandbyNotActive implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName standby = cell.standbyCell().orNull();
      WrittenFile<CellName, CellFile> other = standby == null ? null : cells.get(standby);
      CellState state = other == null ? null : other.content().state().orNull();
      if (standby != null
          && !cell.isRetired()
          && cell.serves()
          && state != null
          && state != CellState.ACTIVE) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell "
                + standby
                + " is "
                + Scalar.label(state)
                + "; a standby is active",
            "Name an active cell of the zone, or another policy.");
      }
    }
  }
}
