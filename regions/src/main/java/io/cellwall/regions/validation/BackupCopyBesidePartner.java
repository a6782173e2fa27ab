package io.cellwall.regions.validation;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * Of a pair that shares an account each cell has its own region as its wall. A copy of one's
 * backups in the other's region would put one's role for backups on the other's side of it.
 */
final class BackupCopyBesidePartner implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();
      Region copy = cell.backupCopyTo().orNull();
      AccountId account = cell.account().orNull();
      if (copy == null || account == null || cell.isRetired()) {
        continue;
      }
      inventory.cells().stream()
          .filter(other -> !other.equals(file))
          .filter(other -> other.content().account().is(account))
          .filter(other -> other.content().region().is(copy))
          .findFirst()
          .ifPresent(
              other ->
                  report.violation(
                      file,
                      cell.backupCopyTo(),
                      "backupCopyTo %s is the region of %s, which has the same account; nothing but"
                              .formatted(copy, other.subject())
                          + " the region keeps the two apart",
                      "Name a third region of the zone, or remove the key: the partner holds a copy"
                          + " of the data already."));
    }
  }
}
