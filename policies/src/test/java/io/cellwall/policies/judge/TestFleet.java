package io.cellwall.policies.judge;

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
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small fleet to judge against: two zones, four living cells and a retired one. */
public final class TestFleet {

  /** The second pair has one account, so that it may replicate. */
  private static final Map<String, String> STANDBY =
      Map.of(
          "eu-west-1-cell-02", "eu-central-1-cell-01",
          "us-east-1-cell-01", "us-west-2-cell-01");

  private TestFleet() {}

  /**
   * Zones eu and us; cells 01, 02, retired 03 in eu-west-1, one in eu-central-1, two in us. Cell 02
   * and the first of us have a standby.
   */
  public static Inventory inventory() {
    TreeMap<CellName, Cell> cells = new TreeMap<>();
    for (Cell cell :
        List.of(
            cell("eu-west-1-cell-01", "eu", "111111111101", "10.16.0.0/16", CellState.ACTIVE),
            cell("eu-west-1-cell-02", "eu", "111111111102", "10.17.0.0/16", CellState.ACTIVE),
            cell("eu-west-1-cell-03", "eu", "111111111103", "10.19.0.0/16", CellState.RETIRED),
            cell("eu-central-1-cell-01", "eu", "111111111104", "10.18.0.0/16", CellState.ACTIVE),
            cell("us-east-1-cell-01", "us", "111111111105", "10.32.0.0/16", CellState.ACTIVE),
            cell("us-west-2-cell-01", "us", "111111111105", "10.33.0.0/16", CellState.ACTIVE))) {
      cells.put(cell.name(), cell);
    }
    TreeMap<ZoneName, Zone> zones = new TreeMap<>();
    for (Zone zone :
        List.of(
            zone("eu", List.of("eu-west-1", "eu-central-1"), "222222222201", "10.0.0.0/20"),
            zone("us", List.of("us-east-1", "us-west-2"), "222222222202", "10.0.16.0/20"))) {
      zones.put(zone.name(), zone);
    }
    Fleet fleet =
        new Fleet(
            "acme",
            "platform",
            HostName.parse("example.com"),
            Cidr.parse("10.0.0.0/8"),
            Map.of(CellSize.SMALL, new SizeClass(50_000, 16)),
            new Fleet.Limits(TenantShare.parse("30%")),
            Release.parse("2026.11.0"),
            KubernetesVersion.parse("1.35"),
            new Fleet.GlobalEdge(AccountId.parse("333333333301"), Region.parse("eu-central-1")));
    return new Inventory(fleet, zones, cells);
  }

  private static Zone zone(String name, List<String> regions, String account, String cidr) {
    List<Region> parsed = regions.stream().map(Region::parse).toList();
    AccountId routers = AccountId.parse(account.substring(0, 10) + "1" + account.charAt(11));
    return new Zone(
        ZoneName.parse(name),
        List.of("GDPR"),
        parsed,
        HostName.parse(name + ".api.example.com"),
        parsed.get(0),
        AccountId.parse(account),
        new TreeMap<>(
            Map.of(parsed.get(0), new Zone.RegionEdge(routers, Cidr.parse(cidr), new TreeMap<>()))),
        new TreeMap<>());
  }

  private static Cell cell(String name, String zone, String account, String cidr, CellState state) {
    CellName parsed = CellName.parse(name);
    String azs = AvailabilityZoneId.prefixOf(parsed.region());
    String id = "com.amazonaws.vpce.%s.vpce-svc-0%s".formatted(parsed.region(), account + "abcd");
    return new Cell(
        parsed,
        ZoneName.parse(zone),
        AccountId.parse(account),
        Cidr.parse(cidr),
        CellSize.SMALL,
        40_000,
        state,
        List.of(AvailabilityZoneId.parse(azs + "-az1"), AvailabilityZoneId.parse(azs + "-az2")),
        NatGateways.SINGLE,
        new Compute(
            NodeProvisioning.AUTO_MODE, KubernetesVersion.parse("1.35"), Mesh.NONE, List.of()),
        STANDBY.containsKey(name)
            ? new FailurePolicy.Standby(
                CellName.parse(STANDBY.getOrDefault(name, "")), FailurePolicy.Survives.REGION)
            : new FailurePolicy.FailFast(),
        Optional.empty(),
        Release.parse("2026.11.0"),
        new TreeMap<>(),
        Optional.of(new CellFacts(id, List.of(HostName.parse("ns-1.awsdns-01.org")))),
        Optional.empty());
  }
}
