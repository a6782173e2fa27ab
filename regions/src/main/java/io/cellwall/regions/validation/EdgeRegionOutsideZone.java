package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;

/** Every edge of a zone stands in one of the zone's regions. */
final class EdgeRegionOutsideZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      for (Entry<Region, Edge> edge : zone.edgeList()) {
        Region region = edge.key().orNull();
        if (region != null
            && zone.regions().value().isPresent()
            && !zone.regionList().contains(region)) {
          report.violation(
              file,
              edge.key(),
              "edges has " + region + ", which is not one of the zone's regions",
              "Remove the edge, or add the region to the zone.");
        }
      }
    }
  }
}
