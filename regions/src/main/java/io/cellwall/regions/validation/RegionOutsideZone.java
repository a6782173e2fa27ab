package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.Map;

/** A cell lies in one of its zone's regions: its data may rest nowhere else. */
final class RegionOutsideZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> zones = inventory.zonesByName();
    Map<Region, ZoneName> zoneOf = inventory.zoneOfRegion();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region region = cell.region().orNull();
      ZoneName zone = cell.zone().orNull();
      WrittenFile<ZoneName, ZoneFile> home = zone == null ? null : zones.get(zone);
      if (region != null
          && home != null
          && home.content().regions().value().isPresent()
          && !home.content().regionList().contains(region)) {
        ZoneName other = zoneOf.get(region);
        report.violation(
            file,
            cell.region(),
            "region %s is %s; the cell's zone is %s"
                .formatted(region, other == null ? "in no zone" : "in zone " + other, zone),
            "A cell's data stays in its zone: choose one of the regions of zones/"
                + zone
                + ".yaml.");
      }
    }
  }
}
