package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.List;

/** All regions of a zone are in one AWS partition: no table or accelerator spans two. */
final class ZoneSpansPartitions implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      Region first = zone.regionList().stream().findFirst().orElse(null);
      for (Field<Region> field : zone.regions().value().orElse(List.of())) {
        Region region = field.orNull();
        if (first != null && region != null && !region.partition().equals(first.partition())) {
          report.violation(
              file,
              field,
              "region %s is in partition %s; %s is in %s"
                  .formatted(region, region.partition(), first, first.partition()),
              "Make a zone of its own for the regions of each partition.");
        }
      }
    }
  }
}
