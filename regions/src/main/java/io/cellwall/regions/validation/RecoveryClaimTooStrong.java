package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.FailurePolicy.Survives;
import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.Recovery.Objectives;
import io.cellwall.regions.model.Recovery.StandbyData;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StandbyCapacity;
import io.cellwall.regions.model.TimeSpan;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.WhenUnhealthy;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;
import java.util.Optional;

/**
 * A cell's owners promise more than its topology can hold. The promise is for the loss that a
 * standby claims to survive, and without a standby for the loss of the region.
 */
final class RecoveryClaimTooStrong implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();
      Field<CellFile.Recovery> claim = cell.recovery();
      Region region = cell.region().orNull();
      if (claim.value().isPresent() && region != null && !cell.isRetired()) {
        StandbyCapacity capacity =
            claim.at(CellFile.Recovery::capacity).value().orElse(StandbyCapacity.FULL);
        Recovery can =
            Recovery.of(
                standbyData(cell, cells), capacity, cell.backupCopyTo().value().isPresent());
        boolean ofCell = cell.whenUnhealthy().at(WhenUnhealthy::survives).is(Survives.CELL);
        Optional<Objectives> most = ofCell ? Optional.of(can.cellLoss()) : can.regionLoss();
        String loss = ofCell ? "the loss of the cell" : "the loss of the region";
        compare(
            file, claim.at(CellFile.Recovery::rpo), most.map(Objectives::rpo), "rpo", loss, report);
        compare(
            file, claim.at(CellFile.Recovery::rto), most.map(Objectives::rto), "rto", loss, report);
      }
    }
  }

  private static StandbyData standbyData(
      CellFile cell, Map<CellName, WrittenFile<CellName, CellFile>> cells) {
    CellName standby = cell.standbyCell().orNull();
    WrittenFile<CellName, CellFile> other = standby == null ? null : cells.get(standby);
    if (other == null) {
      return StandbyData.NONE;
    }
    boolean replicated =
        !cell.region().is(other.content().region().orNull())
            && cell.account().is(other.content().account().orNull());
    return replicated ? StandbyData.REPLICATION : StandbyData.BACKUPS;
  }

  private static void compare(
      WrittenFile<CellName, CellFile> file,
      Field<TimeSpan> claim,
      Optional<TimeSpan> most,
      String key,
      String loss,
      Report report) {
    TimeSpan promised = claim.orNull();
    if (promised != null && most.filter(can -> can.compareTo(promised) <= 0).isEmpty()) {
      report.violation(
          file,
          claim,
          "recovery.%s is %s; for %s it can be %s"
              .formatted(
                  key,
                  promised,
                  loss,
                  most.map(can -> "no less than " + can)
                      .orElse("nothing: nothing of the cell lies outside its region")),
          "Promise what holds, or choose a standby in another region and the same account, more capacity,"
              + " or backupCopyTo.");
    }
  }
}
