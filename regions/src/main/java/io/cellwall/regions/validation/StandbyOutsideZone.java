package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;

/** A standby lies in the cell's own zone: it holds a copy of the data. */
final class StandbyOutsideZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName standby = cell.standbyCell().orNull();
      WrittenFile<CellName, CellFile> other = standby == null ? null : cells.get(standby);
      ZoneName zone = cell.zone().orNull();
      ZoneName standbyZone = other == null ? null : other.content().zone().orNull();
      if (standby != null
          && !cell.isRetired()
          && other != null
          && zone != null
          && standbyZone != null
          && !zone.equals(standbyZone)) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell "
                + standby
                + " is in zone "
                + standbyZone
                + "; the cell's data stays in zone "
                + zone,
            "Name an active cell of zone " + zone + ".");
      }
    }
  }
}
