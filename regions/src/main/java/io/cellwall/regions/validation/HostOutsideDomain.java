package io.cellwall.regions.validation;

import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;

/** A zone's host name lies in the fleet's domain. */
final class HostOutsideDomain implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    HostName domain = inventory.fleet().content().domain().orNull();
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      HostName host = zone.host().orNull();
      if (host != null && domain != null && (host.equals(domain) || !host.isWithin(domain))) {
        report.violation(
            file,
            zone.host(),
            "host " + host + " is not inside the fleet's domain " + domain,
            "Write a name that ends in ." + domain + ".");
      }
    }
  }
}
