package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Facts;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.HashMap;
import java.util.Map;

/** Each cell has its own endpoint service: else one cell's users would reach another. */
final class EndpointServiceUsedTwice implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<EndpointServiceName, String> owners = new HashMap<>();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Field<EndpointServiceName> field = cell.facts().at(Facts::endpointService);
      EndpointServiceName service = field.orNull();
      String first = service == null ? null : owners.putIfAbsent(service, file.subject());
      if (first != null) {
        report.violation(
            file,
            field,
            "facts.endpointService is already that of " + first,
            "Record the facts again: cellwall inventory admit.");
      }
    }
  }
}
