package io.cellwall.edge;

import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * Everything that the resources of a zone's edge are made from, and nothing else. What applies to
 * every resource alike (account, tags) is the providers'.
 *
 * @param name the stack's name: {@code edge-eu}
 * @param region the zone's writer region
 * @param host the host name that the zone's users call, and the name of its hosted zone
 * @param homeCells the zone's home-cell table
 */
public record ZoneEdgePlan(String name, Region region, HostName host, HomeCellTablePlan homeCells) {

  /**
   * Plans a zone's edge. Cells have no part in it: it stays as it is while they come and go.
   *
   * @throws IllegalArgumentException if the zone is not of the inventory, or has its writer region
   *     or an edge outside its regions
   */
  public static ZoneEdgePlan of(Inventory inventory, Zone zone) {
    if (!zone.equals(inventory.zones().get(zone.name()))) {
      throw new IllegalArgumentException(zone.name() + " is not a zone of this inventory");
    }
    Place place = new Place("edge-" + zone.name(), zone.writerRegion(), zone.account());
    return new ZoneEdgePlan(
        place.name(), place.region(), zone.host(), HomeCellTablePlan.of(place, zone));
  }

  /** The regions in which the edge has resources: it needs a provider for each. */
  public List<Region> regions() {
    return List.copyOf(homeCells.keys().keySet());
  }
}
