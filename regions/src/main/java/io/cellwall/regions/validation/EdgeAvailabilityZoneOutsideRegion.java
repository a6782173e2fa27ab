package io.cellwall.regions.validation;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.List;

/** The routers of a region stand in availability zones of the region, az1 to az6. */
final class EdgeAvailabilityZoneOutsideRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      for (Entry<Region, Edge> edge : file.content().edgeList()) {
        Region region = edge.key().orNull();
        if (region != null) {
          check(file, region, edge.value().at(Edge::availabilityZones), report);
        }
      }
    }
  }

  private static void check(
      WrittenFile<ZoneName, ZoneFile> file,
      Region region,
      Field<List<Field<AvailabilityZoneId>>> zones,
      Report report) {
    for (Field<AvailabilityZoneId> field : zones.value().orElse(List.of())) {
      AvailabilityZoneId zone = field.orNull();
      if (zone != null
          && (!zone.isIn(region) || zone.number() > AvailabilityZoneId.HIGHEST_NUMBER)) {
        report.violation(
            file,
            field,
            "edges.%s.availabilityZones has %s; it must be %s-az1 to -az%d"
                .formatted(
                    region,
                    zone,
                    AvailabilityZoneId.prefixOf(region),
                    AvailabilityZoneId.HIGHEST_NUMBER),
            "Name an availability zone of " + region + ".");
      }
    }
  }
}
