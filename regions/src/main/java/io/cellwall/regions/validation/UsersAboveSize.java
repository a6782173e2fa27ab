package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.FleetFile.Size;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell has no more users than its size class holds. */
final class UsersAboveSize implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Long users = cell.users().orNull();
      CellSize size = cell.size().orNull();
      Long most =
          size == null ? null : inventory.fleet().content().size(size).at(Size::users).orNull();
      if (users != null && size != null && most != null && users > most) {
        report.violation(
            file,
            cell.users(),
            "users is %d; a cell of size %s holds %d".formatted(users, Scalar.label(size), most),
            "Move tenants to another cell of the zone.");
      }
    }
  }
}
