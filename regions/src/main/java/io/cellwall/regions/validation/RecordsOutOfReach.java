package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * A cell's external-dns calls Route 53, which has no endpoint in the cell's region, so that a cell
 * without NAT is built without it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">Services
 *     with interface endpoints</a>
 */
final class RecordsOutOfReach implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      if (file.content().nat().is(NatGateways.NONE)) {
        report.warning(
            file,
            file.content().nat(),
            "nat is none, and external-dns would reach Route 53 by NAT only: the cell has none, and"
                + " nothing in its cluster can write records",
            "Write nat: per-zone or nat: single if workloads need records of their own.");
      }
    }
  }
}
