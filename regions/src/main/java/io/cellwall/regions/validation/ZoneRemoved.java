package io.cellwall.regions.validation;

import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.Set;

/** A zone's file stays while a cell names it or its edges hold addresses. */
final class ZoneRemoved implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Set<ZoneName> after = head.zonesByName().keySet();
    for (WrittenFile<ZoneName, ZoneFile> file : base.zones()) {
      if (file.name().value().isPresent() && !after.contains(file.name().get())) {
        report.violation(
            file,
            file.name(),
            "the zone's file is gone, and with it the addresses of its edges",
            "Put it back.");
      }
    }
  }
}
