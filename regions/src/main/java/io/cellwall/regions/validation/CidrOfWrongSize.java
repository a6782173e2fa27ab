package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.FleetFile.Size;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell's block has the prefix length of its size class. */
final class CidrOfWrongSize implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Cidr cidr = cell.cidr().orNull();
      CellSize size = cell.size().orNull();
      Long length =
          size == null
              ? null
              : inventory.fleet().content().size(size).at(Size::prefixLength).orNull();
      if (cidr != null && size != null && length != null && cidr.prefixLength() != length) {
        report.violation(
            file,
            cell.cidr(),
            "cidr %s is a /%d; a cell of size %s has a /%d"
                .formatted(cidr, cidr.prefixLength(), Scalar.label(size), length),
            // Nobody knows here whether the cell is new.
            "For a new cell choose a free block of that size: cellwall inventory addresses. A cell"
                + " that is deployed keeps its size and its block: add another cell and move its"
                + " tenants.");
      }
    }
  }
}
