package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** Requests from the internet never come from private addresses, and EKS refuses such blocks. */
final class PublicAccessNotPublic implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      for (Field<Cidr> field : cell.publicAccessList()) {
        Cidr block = field.orNull();
        if (block != null && block.isPrivate()) {
          report.violation(
              file,
              field,
              "compute.publicAccess " + block + " is private; no request from the internet has it",
              "List the public addresses of your exits. From inside, the private endpoint is used.");
        }
      }
    }
  }
}
