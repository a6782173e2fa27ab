package io.cellwall.regions.validation;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell's availability zones are of its region. */
final class AvailabilityZoneOutsideRegion implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region region = cell.region().orNull();
      if (region != null && !AvailabilityZoneId.isKnownFor(region)) {
        report.undecided(
            file,
            cell.region(),
            "it is not known what the availability zone ids of " + region + " look like",
            "Choose a region of the partition aws, aws-cn or aws-us-gov.");
        continue;
      }
      for (Field<AvailabilityZoneId> field : cell.availabilityZoneList()) {
        AvailabilityZoneId zone = field.orNull();
        if (region != null && zone != null && !zone.isIn(region)) {
          report.violation(
              file,
              field,
              "availability zone %s is not in %s, whose ids begin with %s-az"
                  .formatted(zone, region, AvailabilityZoneId.prefixOf(region)),
              "aws ec2 describe-availability-zones --region " + region + " lists the ids.");
        }
      }
    }
  }
}
