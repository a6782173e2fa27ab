package io.cellwall.regions.validation;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.FailurePolicy.Survives;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.WhenUnhealthy;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;

/**
 * A standby that is to survive the loss of the region has the data, which an Aurora Global Database
 * replicates within one account only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html">Aurora
 *     Global Database</a>
 */
final class StandbyInOtherAccount implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();
      CellName standby = cell.standbyCell().orNull();
      WrittenFile<CellName, CellFile> other = standby == null ? null : cells.get(standby);
      AccountId account = cell.account().orNull();
      AccountId others = other == null ? null : other.content().account().orNull();
      if (account != null
          && other != null
          && others != null
          && !cell.isRetired()
          && cell.whenUnhealthy().at(WhenUnhealthy::survives).is(Survives.REGION)
          && cell.zone().is(other.content().zone().orNull())
          && !cell.region().is(other.content().region().orNull())
          && !account.equals(others)) {
        report.violation(
            file,
            cell.standbyCell(),
            "whenUnhealthy.cell %s is in account %s and this cell in %s; their database lies in one"
                    .formatted(standby, others, account)
                + " account, so the standby would have no data",
            "Give two new cells one account, or write survives: cell and promise what backups"
                + " hold.");
      }
    }
  }
}
