package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell is called what its file is called. */
final class CellNameNotFileName implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName written = cell.name().orNull();
      CellName named = file.name().orNull();
      if (written != null && named != null && !written.equals(named)) {
        report.violation(
            file,
            cell.name(),
            "name is " + written + "; the file is called " + named + ".yaml",
            "Write name: " + named + ", or rename the file.");
      }
    }
  }
}
