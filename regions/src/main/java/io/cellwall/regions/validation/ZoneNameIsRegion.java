package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/**
 * A zone is not called like a region: the stacks edge-&lt;zone&gt; and edge-&lt;region&gt; would be
 * one.
 */
final class ZoneNameIsRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {

      ZoneName name = file.name().orNull();
      if (name != null && Region.isRegion(name.value())) {
        report.violation(
            file,
            file.name(),
            "the zone is called like an AWS region; the stack edge-"
                + name
                + " would have two meanings",
            "Rename the zone.");
      }
    }
  }
}
