package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.FailurePolicy.Survives;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.WhenUnhealthy;
import io.cellwall.regions.written.FleetFile.Size;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.HashMap;
import java.util.Map;

/**
 * A standby's size class holds its own users and those it takes over.
 *
 * <p>When a region is lost, that is all cells of the region that claim to survive it. Two cells
 * that stand by for each other are fine.
 */
final class StandbyTooSmall implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> cells = inventory.cellsByName();
    Map<String, Long> lostTogether = new HashMap<>();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      lostTogether.merge(loss(file), users(file), Long::sum);
    }
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellName standby = file.content().standbyCell().orNull();
      WrittenFile<CellName, CellFile> other = standby == null ? null : cells.get(standby);
      CellSize size = other == null ? null : other.content().size().orNull();
      Long most =
          size == null ? null : inventory.fleet().content().size(size).at(Size::users).orNull();
      long taken = lostTogether.getOrDefault(loss(file), 0L);
      if (other != null
          && size != null
          && most != null
          && file.content().serves()
          && users(other) + taken > most) {
        report.warning(
            file,
            file.content().standbyCell(),
            "whenUnhealthy.cell %s would serve %d users; a cell of size %s holds %d"
                .formatted(standby, users(other) + taken, Scalar.label(size), most),
            "Name a larger or emptier cell, or claim survives: cell for fewer cells.");
      }
    }
  }

  // What is lost at once and falls on the same standby.
  private static String loss(WrittenFile<CellName, CellFile> file) {
    CellFile cell = file.content();
    Survives claim = cell.whenUnhealthy().at(WhenUnhealthy::survives).orNull();
    CellName standby = cell.standbyCell().orNull();
    return claim == Survives.REGION && standby != null && cell.region().value().isPresent()
        ? cell.region().get() + " to " + standby
        : file.subject();
  }

  private static long users(WrittenFile<CellName, CellFile> file) {
    return file.content().users().value().orElse(0L);
  }
}
