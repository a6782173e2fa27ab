package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.FailurePolicy.Survives;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.WhenUnhealthy;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A standby that is to survive the loss of the region lies in another one. */
final class StandbyInSameRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      CellName standby = cell.standbyCell().orNull();
      Survives claim = cell.whenUnhealthy().at(WhenUnhealthy::survives).orNull();
      if (standby != null
          && !cell.isRetired()
          && claim == Survives.REGION
          && file.name()
              .value()
              .map(name -> name.region().equals(standby.region()))
              .orElse(false)) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell "
                + standby
                + " is in the same region, which the pair claims to survive",
            "Name a cell of another region of the zone, or write survives: cell.");
      }
    }
  }
}
