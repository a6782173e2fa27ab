package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.quotas.QuotaTable;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.List;

/** An approved quota that nothing is compared with has no effect; it may be a slip. */
final class ApprovedQuotaUnknown implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> cell : inventory.cells()) {
      check(cell, cell.content().approvedQuotas(), report);
    }
    for (WrittenFile<ZoneName, ZoneFile> zone : inventory.zones()) {
      check(zone, zone.content().approvedQuotas(), report);
      for (Entry<Region, Edge> edge : zone.content().edgeList()) {
        check(zone, edge.value().at(Edge::approvedQuotas), report);
      }
    }
  }

  private static void check(
      WrittenFile<?, ?> file, Field<List<Entry<QuotaCode, Long>>> field, Report report) {
    for (Entry<QuotaCode, Long> entry : field.value().orElse(List.of())) {
      QuotaCode code = entry.key().orNull();
      if (code != null && QuotaTable.published().find(code).isEmpty()) {
        report.warning(
            file,
            entry.key(),
            "approvedQuotas." + code + " is not among the quotas that are compared",
            "Check the code. cellwall quotas lists those that are compared.");
      }
    }
  }
}
