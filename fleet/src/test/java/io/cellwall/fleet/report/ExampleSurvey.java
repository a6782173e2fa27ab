package io.cellwall.fleet.report;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.blast.BlastRadius;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.FleetStatement.Door;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Surveys of the example fleet, made once: of its smallest zone, and of many more cells. */
final class ExampleSurvey {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private static final Inventory EXAMPLE =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  private static final Map<StackProgram, ResourceGraph> GRAPHS = graphs();

  private static final Survey ZONE_IN = of(GRAPHS);

  private ExampleSurvey() {}

  /** The stacks of zone {@code in}; of the others only what the inventory says. */
  static Survey zoneIn() {
    return ZONE_IN;
  }

  /** The same with the radius of what was looked at, and a budget that it exceeds. */
  static Survey withRadius() {
    return new Survey(
        ZONE_IN.today(),
        ZONE_IN.inventory(),
        ZONE_IN.stacks(),
        ZONE_IN.statement(),
        ZONE_IN.inventoryFindings(),
        ZONE_IN.waivers(),
        ZONE_IN.quotas(),
        ZONE_IN.quotaTable(),
        ZONE_IN.prices(),
        Optional.of(BlastRadius.of(EXAMPLE, GRAPHS.values())),
        List.of(
            new BlastBudget(
                Failure.CLUSTER, TenantShare.parse("5%"), Source.ofFile("fleet.yaml"))));
  }

  /** The same, but that a route of a cell leads to a peering that the cell does not declare. */
  static Survey crossing() {
    Map<StackProgram, ResourceGraph> graphs = new LinkedHashMap<>();
    GRAPHS.forEach(
        (program, graph) ->
            graphs.put(
                program,
                graph.stack().equals("ap-south-2-cell-01")
                    ? new ResourceGraph(
                        graph.stack(), graph.nodes().stream().map(ExampleSurvey::leaking).toList())
                    : graph));
    return of(graphs);
  }

  private static Node leaking(Node node) {
    if (!node.name().equals("ap-south-2-cell-01-nodes-az1")
        || !node.type().equals("aws:ec2/route:Route")) {
      return node;
    }
    TreeMap<String, Value> inputs = new TreeMap<>(node.inputs().values());
    inputs.remove("natGatewayId");
    inputs.put("vpcPeeringConnectionId", new Value.Text("pcx-0fedcba9876543210"));
    return node.with(new Value.Fields(inputs));
  }

  private static Map<StackProgram, ResourceGraph> graphs() {
    Map<StackProgram, ResourceGraph> graphs = new LinkedHashMap<>();
    Stacks.of(EXAMPLE).stream()
        .filter(stack -> stack.zone().equals("in"))
        .forEach(
            program ->
                graphs.put(
                    program,
                    StackCapture.capture("cellwall", program.name().value(), program::declare)));
    return graphs;
  }

  private static Survey of(Map<StackProgram, ResourceGraph> graphs) {
    return Survey.of(EXAMPLE, graphs, List.of(), List.of(), List.of(), TODAY);
  }

  /** The example with cells added until there are so many, each door declared; nothing planned. */
  static Survey withCells(int cells) {
    Inventory inventory = EXAMPLE;
    List<Door> doors = new ArrayList<>();
    for (int number = 11; inventory.cells().size() < cells; number++) {
      for (Zone zone : EXAMPLE.zones().values()) {
        for (Region region : zone.regions()) {
          if (inventory.cells().size() < cells) {
            Cell added = cell(zone, region, number);
            inventory = inventory.with(added);
            zone.edges()
                .keySet()
                .forEach(
                    from ->
                        doors.add(
                            new Door(
                                "PrivateLink",
                                "edge-" + from,
                                added.name().toString(),
                                "requests")));
          }
        }
      }
    }
    return new Survey(
        ZONE_IN.today(),
        inventory,
        List.of(),
        new FleetStatement(List.of(), List.of(), List.of(), doors, 0, List.of()),
        List.of(),
        List.of(),
        ZONE_IN.quotas(),
        ZONE_IN.quotaTable(),
        ZONE_IN.prices(),
        Optional.empty(),
        List.of());
  }

  private static Cell cell(Zone zone, Region region, int number) {
    Cell model = EXAMPLE.cellsOf(zone.name()).get(0);
    return new Cell(
        CellName.parse("%s-cell-%02d".formatted(region, number)),
        zone.name(),
        model.account(),
        model.cidr(),
        model.size(),
        3_000,
        CellState.ACTIVE,
        List.of(),
        model.nat(),
        model.compute(),
        model.whenUnhealthy(),
        Optional.empty(),
        model.release(),
        model.approvedQuotas(),
        Optional.empty(),
        Optional.empty());
  }
}
