package io.cellwall.regions.validation;

import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.HashMap;
import java.util.Map;

/** No two zones answer to one host name: else a user could reach the wrong zone. */
final class HostUsedTwice implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<HostName, String> users = new HashMap<>();
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      HostName host = zone.host().orNull();
      String first = host == null ? null : users.putIfAbsent(host, file.subject());
      if (first != null) {
        report.violation(
            file,
            zone.host(),
            "host " + host + " is already the host of " + first,
            "Give each zone a host name of its own.");
      }
    }
  }
}
