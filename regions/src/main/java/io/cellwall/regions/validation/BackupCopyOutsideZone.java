package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.stream.Collectors;

/** A copy of a cell's backups stays in the cell's zone. */
final class BackupCopyOutsideZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region copy = cell.backupCopyTo().orNull();
      ZoneName zone = cell.zone().orNull();
      WrittenFile<ZoneName, ZoneFile> zoneFile =
          zone == null ? null : inventory.zonesByName().get(zone);
      if (copy != null && zoneFile != null && !zoneFile.content().regionList().contains(copy)) {
        report.violation(
            file,
            cell.backupCopyTo(),
            "backupCopyTo %s is not a region of zone %s; the cell's data stays in its zone"
                .formatted(copy, zone),
            "Name another region of the zone: "
                + zoneFile.content().regionList().stream()
                    .filter(region -> !cell.region().is(region))
                    .map(Region::code)
                    .sorted()
                    .collect(Collectors.joining(", "))
                + ".");
      }
    }
  }
}
