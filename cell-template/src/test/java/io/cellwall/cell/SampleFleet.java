package io.cellwall.cell;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.RecoveryClaim;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Cells to plan, and inventories around them. */
final class SampleFleet {

  private static final AccountId EDGE = AccountId.parse("999999999999");
  private static final AccountId EDGE_OF_REGION = AccountId.parse("888888888888");

  /** Where the routers of the one edge are. */
  static final Cidr EDGE_ADDRESSES = Cidr.parse("10.0.0.0/22");

  private static final ZoneName ZONE = ZoneName.parse("home");

  private SampleFleet() {}

  /** A cell whose zones have these numbers. */
  static Cell cell(String name, String account, String cidr, NatGateways nat, Integer... zones) {
    CellName cell = CellName.parse(name);
    String prefix = AvailabilityZoneId.prefixOf(cell.region());
    return new Cell(
        cell,
        ZONE,
        AccountId.parse(account),
        Cidr.parse(cidr),
        CellSize.SMALL,
        1_000,
        CellState.ACTIVE,
        List.of(zones).stream().map(n -> AvailabilityZoneId.parse(prefix + "-az" + n)).toList(),
        nat,
        new Compute(
            NodeProvisioning.AUTO_MODE, KubernetesVersion.parse("1.35"), Mesh.NONE, List.of()),
        new FailurePolicy.FailFast(),
        Optional.empty(),
        Release.parse("2026.11.0"),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same cell with nodes from somebody else. */
  static Cell with(NodeProvisioning nodes, Cell cell) {
    Compute compute = cell.compute();
    return with(
        cell,
        cell.size(),
        new Compute(nodes, compute.kubernetesVersion(), compute.mesh(), compute.publicAccess()));
  }

  /** The same cell with another cluster. */
  static Cell with(Cell cell, CellSize size, Compute compute) {
    return with(cell, size, compute, cell.facts());
  }

  /** The same cell after admission. */
  static Cell admitted(Cell cell) {
    return with(
        cell,
        cell.size(),
        cell.compute(),
        Optional.of(
            new CellFacts(
                "com.amazonaws.vpce." + cell.region() + ".vpce-svc-0123456789abcdef0",
                List.of(HostName.parse("ns-1.awsdns-01.org")))));
  }

  private static Cell with(Cell cell, CellSize size, Compute compute, Optional<CellFacts> facts) {
    return new Cell(
        cell.name(),
        cell.zone(),
        cell.account(),
        cell.cidr(),
        size,
        cell.users(),
        cell.state(),
        cell.availabilityZones(),
        cell.nat(),
        compute,
        cell.whenUnhealthy(),
        cell.backupCopyTo(),
        cell.release(),
        cell.approvedQuotas(),
        facts,
        cell.recovery());
  }

  /** A cluster of Kubernetes 1.35 whose API these blocks of the internet may reach. */
  static Compute compute(NodeProvisioning nodes, Mesh mesh, String... publicAccess) {
    return new Compute(
        nodes,
        KubernetesVersion.parse("1.35"),
        mesh,
        List.of(publicAccess).stream().map(Cidr::parse).toList());
  }

  /** The same cell of another size, with a copy of its backups in another region. */
  static Cell withBackupCopy(CellSize size, Region copyTo, Cell cell) {
    return new Cell(
        cell.name(),
        cell.zone(),
        cell.account(),
        cell.cidr(),
        size,
        cell.users(),
        cell.state(),
        cell.availabilityZones(),
        cell.nat(),
        cell.compute(),
        cell.whenUnhealthy(),
        Optional.of(copyTo),
        cell.release(),
        cell.approvedQuotas(),
        cell.facts(),
        cell.recovery());
  }

  /** The same cell, with another that stands by for it, and what its owners promise. */
  static Cell withStandby(CellName standby, RecoveryClaim claim, Cell cell) {
    return new Cell(
        cell.name(),
        cell.zone(),
        cell.account(),
        cell.cidr(),
        cell.size(),
        cell.users(),
        cell.state(),
        cell.availabilityZones(),
        cell.nat(),
        cell.compute(),
        new FailurePolicy.Standby(standby, FailurePolicy.Survives.REGION),
        cell.backupCopyTo(),
        cell.release(),
        cell.approvedQuotas(),
        cell.facts(),
        Optional.of(claim));
  }

  /** An inventory of one zone with these cells. */
  static Inventory inventory(Cell... cells) {
    TreeMap<CellName, Cell> byName = new TreeMap<>();
    for (Cell cell : cells) {
      byName.put(cell.name(), cell);
    }
    List<Region> regions = byName.keySet().stream().map(CellName::region).distinct().toList();
    Zone zone =
        new Zone(
            ZONE,
            List.of(),
            regions,
            HostName.parse("home.api.example.com"),
            regions.get(0),
            EDGE,
            edges(regions),
            new TreeMap<>());
    return new Inventory(fleet(regions.get(0)), new TreeMap<>(Map.of(ZONE, zone)), byName);
  }

  /** An inventory whose zone has no edge yet. */
  static Inventory withoutEdges(Cell cell) {
    Inventory inventory = inventory(cell);
    Zone zone = inventory.zoneOf(cell);
    Zone bare =
        new Zone(
            zone.name(),
            zone.regulations(),
            zone.regions(),
            zone.host(),
            zone.writerRegion(),
            zone.account(),
            new TreeMap<>(),
            zone.approvedQuotas());
    return new Inventory(inventory.fleet(), new TreeMap<>(Map.of(ZONE, bare)), inventory.cells());
  }

  /** Every region has an edge, with an account of its own. */
  private static SortedMap<Region, Zone.RegionEdge> edges(List<Region> regions) {
    SortedMap<Region, Zone.RegionEdge> edges = new TreeMap<>();
    for (Region region : regions) {
      edges.put(region, new Zone.RegionEdge(EDGE_OF_REGION, EDGE_ADDRESSES, new TreeMap<>()));
    }
    return edges;
  }

  /** The plan of a cell that is alone in its inventory. */
  static CellPlan plan(Cell cell) {
    return CellPlan.of(inventory(cell), cell);
  }

  /** Numbers of availability zones, 1 to n. */
  static Integer[] zones(int n) {
    return IntStream.rangeClosed(1, n).boxed().toArray(Integer[]::new);
  }

  private static Fleet fleet(Region region) {
    return new Fleet(
        "example",
        "platform",
        HostName.parse("example.com"),
        Cidr.parse("10.0.0.0/8"),
        Map.of(CellSize.SMALL, new SizeClass(10_000, 20)),
        new Fleet.Limits(TenantShare.parse("10%")),
        Release.parse("2026.11.0"),
        KubernetesVersion.parse("1.35"),
        new Fleet.GlobalEdge(EDGE, region));
  }
}
