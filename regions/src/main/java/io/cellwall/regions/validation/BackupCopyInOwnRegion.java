package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A copy of a cell's backups is of use only in another region. */
final class BackupCopyInOwnRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region copy = cell.backupCopyTo().orNull();
      Region region = cell.region().orNull();
      if (copy != null && copy.equals(region)) {
        report.violation(
            file,
            cell.backupCopyTo(),
            "backupCopyTo " + copy + " is the cell's own region",
            "Name another region of its zone, or remove the key.");
      }
    }
  }
}
