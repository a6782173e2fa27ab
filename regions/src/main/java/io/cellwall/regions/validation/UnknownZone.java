package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The zone of a cell has a file. */
final class UnknownZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> zones = inventory.zonesByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      ZoneName zone = cell.zone().orNull();
      if (zone != null && !zones.containsKey(zone)) {
        report.violation(
            file,
            cell.zone(),
            "zone " + zone + " has no file; there is " + names(zones.keySet()),
            "Name a zone that has one, or write zones/" + zone + ".yaml.");
      }
    }
  }

  private static String names(Set<ZoneName> zones) {
    return zones.isEmpty()
        ? "none"
        : zones.stream().sorted().map(ZoneName::value).collect(Collectors.joining(", "));
  }
}
