package io.cellwall.edge;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Zones to plan, and inventories around them. */
final class SampleFleet {

  private SampleFleet() {}

  /**
   * A zone.
   *
   * @param writer its writer region
   * @param regions all its regions
   * @param edges those that have an edge
   */
  static Zone zone(
      String name, String account, String writer, List<String> regions, List<String> edges) {
    TreeMap<Region, Zone.RegionEdge> edgeOf = new TreeMap<>();
    for (String region : edges) {
      edgeOf.put(
          Region.parse(region),
          new Zone.RegionEdge(
              AccountId.parse(account),
              Cidr.parse("10.%d.0.0/20".formatted(edgeOf.size())),
              new TreeMap<>()));
    }
    return new Zone(
        ZoneName.parse(name),
        List.of(),
        regions.stream().map(Region::parse).toList(),
        HostName.parse(name + ".api.example.com"),
        Region.parse(writer),
        AccountId.parse(account),
        edgeOf,
        new TreeMap<>());
  }

  /** The plan of a zone that is alone in its inventory. */
  static ZoneEdgePlan plan(Zone zone) {
    return ZoneEdgePlan.of(inventory(zone), zone);
  }

  /** An inventory of these zones, without cells. */
  static Inventory inventory(Zone... zones) {
    TreeMap<ZoneName, Zone> byName = new TreeMap<>();
    for (Zone zone : zones) {
      byName.put(zone.name(), zone);
    }
    AccountId account = AccountId.parse("999999999999");
    Fleet fleet =
        new Fleet(
            "example",
            "platform",
            HostName.parse("example.com"),
            Cidr.parse("10.0.0.0/8"),
            Map.of(CellSize.SMALL, new SizeClass(10_000, 20)),
            new Fleet.Limits(TenantShare.parse("10%")),
            Release.parse("2026.11.0"),
            KubernetesVersion.parse("1.35"),
            new Fleet.GlobalEdge(account, zones[0].writerRegion()));
    return new Inventory(fleet, byName, new TreeMap<>());
  }
}
