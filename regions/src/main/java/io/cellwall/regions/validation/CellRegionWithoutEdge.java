package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.Map;

/** A cell's region has an edge: the routers that reach the cell are in its region. */
final class CellRegionWithoutEdge implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> zones = inventory.zonesByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region region = cell.region().orNull();
      ZoneName zone = cell.zone().orNull();
      WrittenFile<ZoneName, ZoneFile> home = zone == null ? null : zones.get(zone);
      if (region != null
          && home != null
          && !cell.isRetired()
          && home.content().regionList().contains(region)
          && home.content().edges().value().isPresent()
          && home.content().edgeList().stream().noneMatch(edge -> edge.key().is(region))) {
        report.violation(
            file,
            cell.region(),
            "region " + region + " has no edge, so nothing routes to the cell",
            "Add " + region + " to edges in zones/" + zone + ".yaml.");
      }
    }
  }
}
