package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.FleetFile.Limits;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** No cell holds more of the fleet's users than the limit: its loss is the loss of that share. */
final class UsersAboveShare implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    // Without the users of every cell the total is too small, and every share of it too large.
    if (inventory.cells().stream().anyMatch(file -> file.content().users().value().isEmpty())) {
      return;
    }
    TenantShare most = inventory.fleet().content().limits().at(Limits::cellShare).orNull();
    long all = inventory.cells().stream().mapToLong(file -> file.content().users().get()).sum();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      long users = cell.users().get();
      if (most != null && users > most.usersOf(all)) {
        report.violation(
            file,
            cell.users(),
            "users is %d, %s of the fleet's %d; the limit is %s"
                .formatted(users, TenantShare.of(users, all), all, most),
            "Move tenants to another cell of the zone: " + most.usersOf(all) + " may stay.");
      }
    }
  }
}
