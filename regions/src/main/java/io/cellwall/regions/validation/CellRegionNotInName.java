package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell lies in the region that its name begins with. */
final class CellRegionNotInName implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region region = cell.region().orNull();
      CellName name = file.name().orNull();
      if (region != null && name != null && !region.equals(name.region())) {
        report.violation(
            file,
            cell.region(),
            "region is " + region + "; the name says " + name.region(),
            "A cell never moves: write region: "
                + name.region()
                + ", or add a cell in "
                + region
                + ".");
      }
    }
  }
}
