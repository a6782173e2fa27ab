package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.List;
import java.util.Map;

/** A region belongs to one zone at most: else one law's data could lie under another law. */
final class RegionInTwoZones implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<Region, ZoneName> zoneOf = inventory.zoneOfRegion();
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      for (Field<Region> field : zone.regions().value().orElse(List.of())) {
        Region region = field.orNull();
        ZoneName first = region == null ? null : zoneOf.get(region);
        if (first != null && !file.name().is(first)) {
          report.violation(
              file,
              field,
              "region " + region + " is also in zone " + first,
              "Leave it in one of the two zones.");
        }
      }
    }
  }
}
