package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** Only few known addresses may reach a cell's API endpoint from the internet. */
final class PublicAccessTooWide implements InventoryRule {

  private static final int SHORTEST_PREFIX = 24;

  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      for (Field<Cidr> field : cell.publicAccessList()) {
        Cidr block = field.orNull();
        if (block != null && block.prefixLength() < SHORTEST_PREFIX) {
          report.violation(
              file,
              field,
              "compute.publicAccess %s is a /%d; the API endpoint is open to blocks of /%d or narrower"
                  .formatted(block, block.prefixLength(), SHORTEST_PREFIX),
              "List the addresses of your own exits, or remove the key: the endpoint is then private.");
        }
      }
    }
  }
}
