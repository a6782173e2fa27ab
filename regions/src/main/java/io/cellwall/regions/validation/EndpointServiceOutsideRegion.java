package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Facts;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell's endpoint service is in the cell's region. */
final class EndpointServiceOutsideRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Field<EndpointServiceName> field = cell.facts().at(Facts::endpointService);
      EndpointServiceName service = field.orNull();
      Region region = cell.region().orNull();
      if (service != null && region != null && !service.region().equals(region)) {
        report.violation(
            file,
            field,
            "facts.endpointService is in " + service.region() + "; the cell is in " + region,
            "Record the facts again: cellwall inventory admit.");
      }
    }
  }
}
