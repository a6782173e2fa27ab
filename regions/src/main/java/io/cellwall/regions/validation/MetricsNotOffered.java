package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * A cell's SLOs are measured and alerted on by Amazon Managed Service for Prometheus; where AWS
 * does not offer it, the cell has CloudWatch's dashboard and alarms only.
 */
final class MetricsNotOffered implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      Region region = file.content().region().orNull();
      if (region != null && !region.offers("aps")) {
        report.warning(
            file,
            file.content().region(),
            "AWS offers no Prometheus in " + region + ": nobody is alerted of the cell's SLOs",
            "Choose another region, or watch the cell by means of your own.");
      }
    }
  }
}
