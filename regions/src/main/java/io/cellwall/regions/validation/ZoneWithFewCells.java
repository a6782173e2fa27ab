package io.cellwall.regions.validation;

import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/** A zone has two cells or more: with one cell, the zone fails when the cell fails. */
final class ZoneWithFewCells implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {

      ZoneName name = file.name().orNull();
      if (name == null) {
        continue;
      }
      long count =
          inventory.cells().stream()
              .filter(cell -> cell.content().zone().is(name) && !cell.content().isRetired())
              .count();
      if (count < 2) {
        report.warning(
            file,
            file.name(),
            "the zone has " + (count == 0 ? "no cell" : "one cell only") + " that is not retired",
            "Add a cell: cellwall inventory add.");
      }
    }
  }
}
