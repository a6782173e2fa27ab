package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.StandbyCapacity;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A capacity is promised, of a standby that the cell does not have. */
final class CapacityWithoutStandby implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();
      Field<StandbyCapacity> field = cell.recovery().at(CellFile.Recovery::capacity);
      StandbyCapacity capacity = field.orNull();
      if (capacity != null && !cell.standbyCell().written()) {
        report.violation(
            file,
            field,
            "recovery.capacity is " + Scalar.label(capacity) + " and the cell has no standby",
            "Remove it, or write whenUnhealthy: {policy: standby, …}.");
      }
    }
  }
}
