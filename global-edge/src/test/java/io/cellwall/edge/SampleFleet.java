package io.cellwall.edge;

import io.cellwall.edge.zone.ZoneEdgePlan;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.EdgeFacts.CertificateRecord;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.ImageDigest;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.RouterImages;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneFacts;
import io.cellwall.regions.model.ZoneName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Zones and cells to plan, and inventories around them. */
public final class SampleFleet {

  private SampleFleet() {}

  /**
   * A zone that nobody has admitted yet.
   *
   * @param writer its writer region
   * @param regions all its regions
   * @param edges those that have an edge
   */
  public static Zone zone(
      String name, String account, String writer, List<String> regions, List<String> edges) {
    TreeMap<Region, Zone.RegionEdge> edgeOf = new TreeMap<>();
    for (String region : edges) {
      edgeOf.put(
          Region.parse(region),
          new Zone.RegionEdge(
              AccountId.parse(account.substring(0, 11) + (edgeOf.size() + 1)),
              Cidr.parse("10.%d.0.0/22".formatted(edgeOf.size())),
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

  /** The same zone, admitted with all its edges. */
  public static Zone admitted(Zone zone) {
    TreeMap<Region, Zone.RegionEdge> edges = new TreeMap<>();
    zone.edges()
        .forEach(
            (region, edge) ->
                edges.put(
                    region,
                    new Zone.RegionEdge(
                        edge.account(),
                        edge.cidr(),
                        new TreeMap<>(),
                        edge.availabilityZones(),
                        Optional.of(facts(zone, region, edge)))));
    return new Zone(
        zone.name(),
        List.of(),
        zone.regions(),
        zone.host(),
        zone.writerRegion(),
        zone.account(),
        edges,
        new TreeMap<>(),
        zone.signingKey(),
        Optional.of(
            new ZoneFacts(
                List.of(HostName.parse("ns-7.awsdns-07.com")),
                Optional.of("12345 13 2 " + "AB".repeat(32)))));
  }

  private static EdgeFacts facts(Zone zone, Region region, Zone.RegionEdge edge) {
    return new EdgeFacts(
        "arn:aws:elasticloadbalancing:%s:%s:loadbalancer/app/edge-%s/0123456789abcdef"
            .formatted(region, edge.account(), region),
        "arn:aws:globalaccelerator::%s:attachment/01234567-89ab-cdef-0123-456789abcdef"
            .formatted(edge.account()),
        new CertificateRecord("_" + region + "." + zone.host(), "_b.c.acm-validations.aws"),
        zone.cellDirectoryRegion().filter(region::equals).isPresent()
            ? List.of(HostName.parse("ns-9.awsdns-09.com"))
            : List.of());
  }

  /** A cell, with facts where its state asks for them. */
  public static Cell cell(String name, String zone, CellState state, FailurePolicy policy) {
    CellName parsed = CellName.parse(name);
    String prefix = AvailabilityZoneId.prefixOf(parsed.region());
    // A number of its own for each cell.
    int number = Math.floorMod(name.hashCode(), 90_000) + 10_000;
    return new Cell(
        parsed,
        ZoneName.parse(zone),
        AccountId.parse("5000000" + number),
        Cidr.parse("10.%d.%d.0/20".formatted(64 + number % 128, number / 128 % 16 * 16)),
        CellSize.SMALL,
        state.serves() ? 1_000 : 0,
        state,
        List.of(
            AvailabilityZoneId.parse(prefix + "-az1"), AvailabilityZoneId.parse(prefix + "-az2")),
        NatGateways.SINGLE,
        new Compute(
            NodeProvisioning.AUTO_MODE, KubernetesVersion.parse("1.35"), Mesh.NONE, List.of()),
        policy,
        Optional.empty(),
        Release.parse("2026.11.0"),
        new TreeMap<>(),
        state == CellState.PLANNED
            ? Optional.empty()
            : Optional.of(
                new CellFacts(
                    "com.amazonaws.vpce.%s.vpce-svc-%017x".formatted(parsed.region(), number),
                    List.of(HostName.parse("ns-5.awsdns-05.com")))),
        Optional.empty());
  }

  /** The plan of a zone that is alone in its inventory. */
  public static ZoneEdgePlan plan(Zone zone) {
    return ZoneEdgePlan.of(inventory(zone), zone);
  }

  /** An inventory of these zones, without cells. */
  public static Inventory inventory(Zone... zones) {
    return inventory(List.of(zones), List.of());
  }

  /** An inventory of these zones and cells. */
  public static Inventory inventory(List<Zone> zones, Collection<Cell> cells) {
    TreeMap<ZoneName, Zone> byName = new TreeMap<>();
    zones.forEach(zone -> byName.put(zone.name(), zone));
    TreeMap<CellName, Cell> cellsByName = new TreeMap<>();
    cells.forEach(cell -> cellsByName.put(cell.name(), cell));
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
            new Fleet.GlobalEdge(AccountId.parse("999999999999"), Region.parse("us-east-1")),
            Optional.of(
                new RouterImages(
                    ImageDigest.parse("sha256:" + "a".repeat(64)),
                    ImageDigest.parse("sha256:" + "b".repeat(64)))));
    return new Inventory(fleet, byName, cellsByName);
  }
}
