package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/** A zone has two cells or more: with one cell, the zone fails when the cell fails. */
final class ZoneWithFewCells implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> zone : inventory.zones()) {
      long count = inventory.cells().stream().filter(cell -> mayBeOf(zone, cell)).count();
      if (zone.name().value().isPresent() && count < 2) {
        report.warning(
            zone,
            zone.name(),
            "the zone has " + (count == 0 ? "no cell" : "one cell only") + " that is not retired",
            "Add a cell: cellwall inventory add.");
      }
    }
  }

  // A cell whose zone cannot be read counts where its name says it lies.
  private static boolean mayBeOf(
      WrittenFile<ZoneName, ZoneFile> zone, WrittenFile<CellName, CellFile> cell) {
    CellName name = cell.name().orNull();
    boolean here =
        cell.content().zone().value().isPresent()
            ? cell.content().zone().value().equals(zone.name().value())
            : name != null && zone.content().regionList().contains(name.region());
    return here && !cell.content().isRetired();
  }
}
