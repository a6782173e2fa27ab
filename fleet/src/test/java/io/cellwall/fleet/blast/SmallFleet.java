package io.cellwall.fleet.blast;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.graph.TestStack;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cells of one region, each an empty stack but for what a test puts into it; edges without parts.
 */
final class SmallFleet {

  private static final Inventory EXAMPLE =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  private final SortedMap<CellName, Cell> cells = new TreeMap<>();
  private final SortedMap<String, TestStack> stacks = new TreeMap<>();

  /** A fleet whose cells have these users, each cell an account of its own. */
  SmallFleet(List<Long> users) {
    this(users, false);
  }

  /** The same in one account. */
  static SmallFleet inOneAccount(List<Long> users) {
    return new SmallFleet(users, true);
  }

  private SmallFleet(List<Long> users, boolean oneAccount) {
    Cell model = EXAMPLE.cells().get(CellName.parse("eu-west-1-cell-03"));
    if (model == null) {
      throw new AssertionError("the example has no eu-west-1-cell-03");
    }
    for (int i = 0; i < users.size(); i++) {
      CellName name = CellName.parse("eu-west-1-cell-%02d".formatted(i + 1));
      AccountId account =
          AccountId.parse("%012d".formatted(100_000_000_000L + (oneAccount ? 0 : i)));
      cells.put(
          name,
          new Cell(
              name,
              model.zone(),
              account,
              model.cidr(),
              model.size(),
              users.get(i),
              model.state(),
              model.availabilityZones(),
              model.nat(),
              model.compute(),
              new FailurePolicy.FailFast(),
              Optional.empty(),
              model.release(),
              model.approvedQuotas(),
              Optional.empty(),
              Optional.empty()));
      stacks.put(name.toString(), new TestStack(name.toString(), account.value(), "eu-west-1"));
    }
  }

  /** Lets a cell rest on a key of somebody else. */
  SmallFleet rests(int cell, String key) {
    return with(
        cell,
        "aws:sqs/queue:Queue",
        "queue",
        Map.of("kmsMasterKeyId", "arn:aws:kms:eu-west-1:999988887777:key/" + key));
  }

  /** Lets a cell's nodes leave by a NAT gateway that it does not declare. */
  SmallFleet leavesBy(int cell, String gateway) {
    return with(cell, "aws:ec2/route:Route", "out", Map.of("natGatewayId", gateway));
  }

  /** Adds a resource to a cell. */
  SmallFleet with(int cell, String type, String name, Map<String, ?> inputs) {
    TestStack stack = stacks.get("eu-west-1-cell-%02d".formatted(cell + 1));
    if (stack == null) {
      throw new AssertionError("no cell " + cell);
    }
    stack.with(type, name, inputs);
    return this;
  }

  /** What failures of this fleet reach. */
  BlastRadius radius() {
    Inventory inventory = new Inventory(EXAMPLE.fleet(), EXAMPLE.zones(), cells);
    List<ResourceGraph> graphs = new ArrayList<>();
    stacks.values().forEach(stack -> graphs.add(stack.graph()));
    for (Zone zone : inventory.zones().values()) {
      graphs.add(new ResourceGraph("edge-" + zone.name(), List.of()));
      zone.edges()
          .keySet()
          .forEach(region -> graphs.add(new ResourceGraph("edge-" + region, List.of())));
    }
    graphs.add(new ResourceGraph("global-edge", List.of()));
    return BlastRadius.of(inventory, graphs);
  }
}
