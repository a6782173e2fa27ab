package io.cellwall.regions.written;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files of an inventory as written.
 *
 * @param fleet the fleet's file
 * @param zones the zones' files, by file name
 * @param cells the cells' files, by file name
 * @param waivers the waivers' files; the name is that of a cell, or {@code fleet}
 */
public record WrittenInventory(
    WrittenFile<String, FleetFile> fleet,
    List<WrittenFile<ZoneName, ZoneFile>> zones,
    List<WrittenFile<CellName, CellFile>> cells,
    List<WrittenFile<String, WaiverFile>> waivers) {

  public WrittenInventory {
    waivers = List.copyOf(waivers);
    zones = List.copyOf(zones);
    cells = List.copyOf(cells);
  }

  /** The zones' files by the name that the file has. */
  public Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> zonesByName() {
    return byName(zones);
  }

  /** The cells' files by the name that the file has. */
  public Map<CellName, WrittenFile<CellName, CellFile>> cellsByName() {
    return byName(cells);
  }

  /** The zone that lists each region; the first by name where several do. */
  public Map<Region, ZoneName> zoneOfRegion() {
    Map<Region, ZoneName> zoneOf = new HashMap<>();
    for (WrittenFile<ZoneName, ZoneFile> zone : zones) {
      Optional<ZoneName> name = zone.name().value();
      if (name.isPresent()) {
        zone.content().regionList().forEach(region -> zoneOf.putIfAbsent(region, name.get()));
      }
    }
    return zoneOf;
  }

  private static <N, T> Map<N, WrittenFile<N, T>> byName(List<WrittenFile<N, T>> files) {
    Map<N, WrittenFile<N, T>> byName = new HashMap<>();
    for (WrittenFile<N, T> file : files) {
      file.name().value().ifPresent(name -> byName.put(name, file));
    }
    return byName;
  }
}
