package io.cellwall.regions.validation;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/**
 * A zone's users enter by an accelerator, and AWS has none in this partition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-services.html">Services
 *     in AWS GovCloud (US)</a>
 */
final class AcceleratorNotInPartition implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      Region writer = file.content().writerRegion().orNull();
      if (writer != null && !writer.partition().equals("aws")) {
        report.violation(
            file,
            file.content().writerRegion(),
            "writerRegion %s is in partition %s, which has no Global Accelerator, the entry of a zone"
                .formatted(writer, writer.partition()),
            "Use regions of the partition aws.");
      }
    }
  }
}
