package io.cellwall.regions.validation;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell's availability zones have a place in its address layout. */
final class AvailabilityZoneTooHigh implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      for (Field<AvailabilityZoneId> field : cell.availabilityZoneList()) {
        AvailabilityZoneId zone = field.orNull();
        if (zone != null && zone.number() > AvailabilityZoneId.HIGHEST_NUMBER) {
          report.violation(
              file,
              field,
              "availability zone %s has no place in a cell's addresses: zones are numbered 1 to %d"
                  .formatted(zone, AvailabilityZoneId.HIGHEST_NUMBER),
              "Choose another availability zone of the region.");
        }
      }
    }
  }
}
