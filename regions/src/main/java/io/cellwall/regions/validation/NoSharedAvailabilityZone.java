package io.cellwall.regions.validation;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell and the routers of its region stand in no availability zone together. In one region an
 * endpoint can stand only where the service that it leads to stands too.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html">
 *     Create a service powered by AWS PrivateLink</a>
 */
final class NoSharedAvailabilityZone implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> zones = inventory.zonesByName();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();
      Region region = cell.region().orNull();
      ZoneName zone = cell.zone().orNull();
      WrittenFile<ZoneName, ZoneFile> home = zone == null ? null : zones.get(zone);
      if (region != null && home != null && !cell.isRetired()) {
        List<AvailabilityZoneId> own = read(cell.availabilityZoneList(), region);
        routers(home.content(), region)
            .filter(routers -> !own.isEmpty() && own.stream().noneMatch(routers::contains))
            .ifPresent(
                routers ->
                    report.violation(
                        file,
                        cell.availabilityZones(),
                        "availabilityZones are %s; the routers of edge-%s stand in %s, and"
                                .formatted(own, region, routers)
                            + " PrivateLink needs a zone that both have",
                        "Give the cell one of the routers' zones, or the edge one of the cell's:"
                            + " edges.%s.availabilityZones in zones/%s.yaml."
                                .formatted(region, zone)));
      }
    }
  }

  // Where the routers of a region stand; empty where it has no edge, or one that cannot be read.
  private static Optional<List<AvailabilityZoneId>> routers(ZoneFile zone, Region region) {
    for (Entry<Region, Edge> edge : zone.edgeList()) {
      if (edge.key().is(region)) {
        Field<List<Field<AvailabilityZoneId>>> chosen = edge.value().at(Edge::availabilityZones);
        return chosen.written()
            ? chosen.value().map(zones -> read(zones, region))
            : Optional.of(AvailabilityZoneId.firstThreeOf(region));
      }
    }
    return Optional.empty();
  }

  // Those outside the region are another rule's.
  private static List<AvailabilityZoneId> read(
      List<Field<AvailabilityZoneId>> fields, Region region) {
    return fields.stream()
        .flatMap(field -> field.value().stream())
        .filter(zone -> zone.isIn(region))
        .toList();
  }
}
