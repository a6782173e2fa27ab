package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell is not its own standby. */
final class StandbyIsSelf implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName standby = cell.standbyCell().orNull();
      if (standby != null && !cell.isRetired() && file.name().is(standby)) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell is the cell itself",
            "Name another cell of the zone.");
      }
    }
  }
}
