package io.cellwall.benchmarks;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A fleet of any size with the resources of full cells: four zones of three regions. One cell of the
 * example fleet is planned, and made into all the others by its names, addresses, accounts and ids.
 *
 * @param inventory the fleet
 * @param graphs the stacks of its cells and edges
 */
record GeneratedFleet(Inventory inventory, List<ResourceGraph> graphs) {

  private static final String MODEL = "eu-west-1-cell-01";

  private static final Map<String, List<String>> ZONES =
      new TreeMap<>(
          Map.of(
              "eu", List.of("eu-west-1", "eu-central-1", "eu-north-1"),
              "us", List.of("us-east-2", "us-west-2", "us-west-1"),
              "as", List.of("ap-southeast-1", "ap-southeast-2", "ap-southeast-3"),
              "ne", List.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3")));

  private static final Pattern ID = Pattern.compile("(-0[0-9a-f]{11})[0-9a-f]{5}(?![0-9a-f])");
  private static final Pattern UUID =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{7})[0-9a-f]{5}");

  /** A fleet of that many cells, at most 1,188. */
  static GeneratedFleet of(Path example, int cells) {
    Inventory base = InventoryReader.read(example).inventory().orElseThrow();
    Cell model =
        base.cells().values().stream()
            .filter(cell -> cell.name().toString().equals(MODEL))
            .findFirst()
            .orElseThrow();
    Zone modelZone = base.zoneOf(model);
    TreeMap<ZoneName, Zone> zones = new TreeMap<>();
    ZONES.forEach((name, regions) -> zones.put(ZoneName.parse(name), zone(base, name, regions)));
    TreeMap<CellName, Cell> all = new TreeMap<>();
    List<String> regions = ZONES.values().stream().flatMap(List::stream).toList();
    for (int i = 0; i < cells; i++) {
      Cell cell = cell(model, regions.get(i % regions.size()), 1 + i / regions.size(), i);
      all.put(cell.name(), cell);
    }
    Inventory inventory = new Inventory(base.fleet(), zones, all);
    String text = GraphJson.write(List.of(plan(base, MODEL)));
    List<ResourceGraph> graphs = new ArrayList<>();
    int index = 0;
    for (Cell cell : all.values()) {
      graphs.add(renamed(text, modelZone, model, inventory, cell, index++));
    }
    for (StackProgram stack : Stacks.of(inventory)) {
      if (stack.name().value().startsWith("edge-")) {
        graphs.add(StackCapture.capture("cellwall", stack.name().value(), stack::declare));
      }
    }
    return new GeneratedFleet(inventory, List.copyOf(graphs));
  }

  private static ResourceGraph plan(Inventory inventory, String stack) {
    StackProgram program = Stacks.find(inventory, stack).orElseThrow();
    return StackCapture.capture("cellwall", stack, program::declare);
  }

  private static Zone zone(Inventory base, String name, List<String> regions) {
    int number = new ArrayList<>(ZONES.keySet()).indexOf(name);
    TreeMap<Region, Zone.RegionEdge> edges = new TreeMap<>();
    for (int i = 0; i < regions.size(); i++) {
      int edge = number * 3 + i;
      edges.put(
          Region.parse(regions.get(i)),
          new Zone.RegionEdge(
              AccountId.parse("2000000000%02d".formatted(edge)),
              Cidr.parse("10.0.%d.0/22".formatted(edge * 4)),
              new TreeMap<>()));
    }
    return new Zone(
        ZoneName.parse(name),
        List.of(),
        regions.stream().map(Region::parse).toList(),
        base.fleet().domain().under(name + ".api"),
        Region.parse(regions.get(0)),
        AccountId.parse("3000000000%02d".formatted(number)),
        edges,
        new TreeMap<>());
  }

  private static Cell cell(Cell model, String region, int number, int index) {
    CellName name = CellName.parse("%s-cell-%02d".formatted(region, number));
    String zone =
        ZONES.entrySet().stream()
            .filter(each -> each.getValue().contains(region))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    String prefix = AvailabilityZoneId.prefixOf(name.region());
    String service =
        "com.amazonaws.vpce.%s.vpce-svc-0%016x".formatted(region, 0xabcdef00000000L + index);
    return new Cell(
        name,
        ZoneName.parse(zone),
        AccountId.parse("1%011d".formatted(index)),
        Cidr.parse(octets(index) + "0.0/16"),
        model.size(),
        model.users(),
        model.state(),
        List.of(
            AvailabilityZoneId.parse(prefix + "-az1"),
            AvailabilityZoneId.parse(prefix + "-az2"),
            AvailabilityZoneId.parse(prefix + "-az3")),
        model.nat(),
        model.compute(),
        new FailurePolicy.FailFast(),
        model.backupCopyTo().map(any -> Region.parse(other(zone, region))),
        model.release(),
        model.approvedQuotas(),
        Optional.of(new CellFacts(service, List.of(HostName.parse("ns-1.awsdns-01.org")))),
        model.recovery());
  }

  private static String other(String zone, String region) {
    List<String> regions = ZONES.getOrDefault(zone, List.of());
    return regions.get((regions.indexOf(region) + 1) % regions.size());
  }

  // Addresses are compared, not used: a thousand blocks of /16 do not fit into 10.0.0.0/8.
  private static String octets(int index) {
    return (11 + index / 250) + "." + index % 250 + ".";
  }

  private static ResourceGraph renamed(
      String text, Zone modelZone, Cell model, Inventory inventory, Cell cell, int index) {
    Map<String, String> names = new LinkedHashMap<>();
    String modelCopy = model.backupCopyTo().map(Region::code).orElse("none");
    String copy = cell.backupCopyTo().map(Region::code).orElse("none");
    List<Region> theirs = modelZone.regions();
    List<Region> ours = inventory.zoneOf(cell).regions();
    names.put(MODEL, "\u0001name\u0001");
    for (int i = 0; i < theirs.size(); i++) {
      Zone.RegionEdge from = modelZone.edges().get(theirs.get(i));
      Zone.RegionEdge to = inventory.zoneOf(cell).edges().get(ours.get(i));
      if (from != null && to != null) {
        names.put(from.account().value(), to.account().value());
        names.put(from.cidr().toString(), to.cidr().toString());
        names.put("edge-" + theirs.get(i), "\u0001edge" + i + "\u0001");
        names.put("[\"" + theirs.get(i) + "\"", "[\"\u0001region" + i + "\u0001\"");
      }
    }
    names.put(modelCopy, "\u0001copy\u0001");
    names.put(model.region().code(), cell.region().code());
    names.put("eu-north-1", ours.get(2).code());
    names.put("euw1-az", AvailabilityZoneId.prefixOf(cell.region()) + "-az");
    names.put("\u0001name\u0001", cell.name().toString());
    names.put("\u0001copy\u0001", copy);
    for (int i = 0; i < ours.size(); i++) {
      names.put("\u0001edge" + i + "\u0001", "edge-" + ours.get(i));
      names.put("\u0001region" + i + "\u0001", ours.get(i).code());
    }
    names.put(model.account().value(), cell.account().value());
    names.put(first(model.cidr()), first(cell.cidr()));
    names.put(".eu.cells.", "." + cell.zone() + ".cells.");
    names.put("\"zone\": \"eu\"", "\"zone\": \"" + cell.zone() + "\"");
    names.put("\"eu\"", "\"" + cell.zone() + "\"");
    String renamed = text;
    for (Map.Entry<String, String> each : names.entrySet()) {
      renamed = renamed.replace(each.getKey(), each.getValue());
    }
    String mark = "%05x".formatted(index);
    renamed = ID.matcher(renamed).replaceAll("$1" + mark);
    renamed = UUID.matcher(renamed).replaceAll("$1" + mark);
    return GraphJson.read(renamed).get(0);
  }

  // 10.16. of 10.16.0.0/16
  private static String first(Cidr block) {
    String[] octets = block.toString().split("[.]", -1);
    return octets[0] + "." + octets[1] + ".";
  }
}
