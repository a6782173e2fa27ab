package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;

/** A standby is a cell of this inventory. */
final class StandbyUnknown implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName standby = cell.standbyCell().orNull();
      if (standby != null && !cell.isRetired() && !cells.containsKey(standby)) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell " + standby + " has no file",
            "Name a cell of the zone that has one.");
      }
    }
  }
}
