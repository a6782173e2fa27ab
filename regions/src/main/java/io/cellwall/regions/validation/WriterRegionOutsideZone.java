package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/** The region that writes the home-cell table is one of the zone's. */
final class WriterRegionOutsideZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      Region writer = zone.writerRegion().orNull();
      if (writer != null
          && zone.regions().value().isPresent()
          && !zone.regionList().contains(writer)) {
        report.violation(
            file,
            zone.writerRegion(),
            "writerRegion " + writer + " is not one of the zone's regions",
            "Name one of the zone's regions, or add it to them.");
      }
    }
  }
}
